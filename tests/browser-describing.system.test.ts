import { expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

test("describing is paused, goes on, and waits for the night, in the panel and in the settings", async () => {
  await using first = await startOllama({ pace: { requestMs: 1_000 } });
  await using second = await startOllama({ pace: { requestMs: 1_000 } });
  await using glimpse = await startGlimpse({ ollama: `${first.url},${second.url}` });
  const browser = await launchBrowser();
  await using _closing = { [Symbol.asyncDispose]: () => browser.close() };
  await using opened = await openPage(browser, glimpse.url);
  const { page, complaints } = opened;
  const status = () => glimpse.api.describing.status.query();
  let seed = 6_000;
  const send = async (photos: number) => {
    for (let sent = 0; sent < photos; sent++) await sendPhoto(glimpse.url, await drawPhoto(seed++));
  };
  await send(60);
  await until("both servers have been measured", async () => {
    const { servers } = await status();
    return servers.length === 2 && servers.every(({ perMinute }) => perMinute !== null);
  });
  // Slower now, and more of them: on a busy machine most may be described before both servers have been measured, and many
  // must still wait when the page gets there.
  for (const { pace } of [first, second]) pace.requestMs = 5_000;
  await send(30);

  await page.getByRole("button", { name: /left$/ }).click();
  const panel = page.getByRole("dialog");
  await panel
    .getByText(/^Describing \d+ photos a minute, \w+ at once\. Done at about \d\d:\d\d\.$/)
    .waitFor();
  const { host } = new URL(first.url);
  await panel.getByText(new RegExp(`^${host}: \\d+ photos a minute, `)).waitFor();
  await panel.getByRole("button", { name: "Pause" }).click();
  await panel.getByText(/^Paused\. \d+ photos wait to be described\.$/).waitFor();
  await until("it is kept", async () => (await status()).paused);
  // Photos that are described already are embedded and indexed soon.
  for (const { pace } of [first, second]) pace.requestMs = 0;
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: /^Describing rests, \d+ left$/ }).waitFor();

  await using settings = await openPage(browser, `${glimpse.url}/settings`);
  const card = settings.page.getByRole("region", { name: "Describing" });
  await card.getByText(/^Paused\. /).waitFor();
  for (const { pace } of [first, second]) pace.requestMs = 5_000;
  await card.getByRole("button", { name: "Go on" }).click();
  await until("it goes on", async () => !(await status()).paused);
  const minutes = (from: number) => new Date(Date.now() + from * 60_000).toISOString().slice(11, 16);
  // Worked out once: the next minute may begin before they are compared.
  const [from, to] = [minutes(120), minutes(180)];
  const zone = await settings.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  await card.getByLabel("From").fill(from);
  await card.getByLabel("To").fill(to);
  await card.getByRole("button", { name: "Save" }).click();
  await until("the hours are kept", async () => {
    const { hours } = await status();
    return hours?.from === from && hours.timeZone === zone;
  });
  await card.getByText(/^Waits until \d\d:\d\d\./).waitFor();
  await expectAccessible(settings.page);
  await card.getByRole("button", { name: "Describe at any hour" }).click();
  await until("any hour will do", async () => (await status()).hours === null);
  await card.getByRole("button", { name: "Describe tonight" }).click();
  await until("it is the night's", async () => (await status()).hours?.from === "22:00");
  await card.getByText("Only between 22:00 and 07:00.").waitFor();

  // Each of several servers says for itself whether it answers.
  const servers = settings.page.getByRole("list", { name: "Model servers" });
  await expect.poll(() => servers.getByRole("listitem").count()).toBe(2);
  await servers.getByText(`Ollama 0.24.0 answers at ${host}`).waitFor();
  expect([...complaints, ...settings.complaints]).toEqual([]);
});

test("a photo that is opened is described before those that came later", async () => {
  await using ollama = await startOllama({ pace: { requestMs: 700 } });
  await using glimpse = await startGlimpse({ ollama: ollama.url });
  const ids: string[] = [];
  // With this many, even a slow machine opens the page before all of them are described.
  for (let seed = 0; seed < 60; seed++) {
    ids.push((await sendPhoto(glimpse.url, await drawPhoto(6_200 + seed))).photo?.id ?? "");
  }
  // The first one is the oldest, and so would be among the last.
  const [, oldest = ""] = ids;
  const browser = await launchBrowser();
  await using _closing = { [Symbol.asyncDispose]: () => browser.close() };
  await using opened = await openPage(browser, `${glimpse.url}/?photo=${oldest}`);
  await opened.page.getByRole("dialog", { name: /^Photo/ }).waitFor();
  const statusOf = async (id: string) => (await glimpse.api.photos.get.query({ id })).status;
  await until("it is described", async () => !["received", "prepared"].includes(await statusOf(oldest)));
  const waiting = (await Promise.all(ids.map(statusOf))).filter((status) => status === "prepared");
  expect(waiting.length).toBeGreaterThan(5);
});
