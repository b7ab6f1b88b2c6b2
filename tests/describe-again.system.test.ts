import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let ollama: OllamaDouble;
let glimpse: RunningGlimpse;
let browser: Browser;

beforeAll(async () => {
  ollama = await startOllama();
  glimpse = await startGlimpse({ ollama: ollama.url });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await glimpse?.stop();
  await ollama?.[Symbol.asyncDispose]();
});

const photoOf = (id: string) => glimpse.api.photos.get.query({ id });
const isIndexed = (id: string) =>
  until("the photo is indexed", async () => (await photoOf(id)).status === "indexed");

test("a photo is described again from its details, while its old caption stays", async () => {
  const id = (await sendPhoto(glimpse.url, await drawPhoto(1))).photo?.id ?? "";
  await isIndexed(id);
  const before = (await photoOf(id)).caption;
  expect(before).toMatchObject({ model: "llava", raw: null });
  ollama.fail({ kind: "refuse", times: 1, on: ["chat"] });
  ollama.pace.requestMs = 2_000;
  await using opened = await openPage(browser, `${glimpse.url}/?photo=${id}`);
  const { page, complaints } = opened;
  const lightbox = page.getByRole("dialog");
  await lightbox.getByRole("button", { name: "Describe again" }).click();
  await lightbox.getByText("Waiting to be described").waitFor();
  await lightbox.getByText(before?.text ?? "").waitFor();
  ollama.pace.requestMs = 0;
  await isIndexed(id);
  expect((await photoOf(id)).caption?.raw).toMatch(/^I'm sorry, but I cannot help/);
  await lightbox.getByText("What the model answered").click();
  await lightbox.getByText("I'm sorry, but I cannot help").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("a refusal fails with its reason and the answer, and the settings have such photos described again", async () => {
  ollama.fail({ kind: "refuse", on: ["chat"] });
  const id = (await sendPhoto(glimpse.url, await drawPhoto(2))).photo?.id ?? "";
  await until("describing has failed", async () => (await photoOf(id)).status === "failed");
  expect((await photoOf(id)).failure?.reason).toBe("The model refused to describe the picture twice.");
  const last = (await glimpse.api.photos.timeline.query({ id })).at(-1);
  expect(last).toMatchObject({
    type: "failed",
    raw: expect.stringContaining("I'm sorry, but I cannot help"),
  });

  ollama.fail();
  await using opened = await openPage(browser, `${glimpse.url}/settings`);
  const { page, complaints } = opened;
  await page.getByText("llava has described 1 photo.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Describe again: captions that look like a refusal" }).click();
  await page.getByText("Waiting to be described again: 1 photo.").waitFor();
  await isIndexed(id);
  await page.getByRole("button", { name: "Describe again: photos of llava" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Describe again" }).click();
  await page.getByText("Waiting to be described again: 2 photos.").waitFor();
  expect(complaints).toEqual([]);
});

test("markup in a caption and in what the model answered is shown as text", async () => {
  const image = await drawPhoto(3);
  const whole = `<script>alert(1)</script><img src=x onerror=alert(2)>`;
  const almost = "<svg/onload=alert(3)> and <img src=x onerror=alert(4)//";
  await ollama.teach(image, `A dog on a beach holds a sign that says ${whole} ${almost} in red.`);
  const id = (await sendPhoto(glimpse.url, image)).photo?.id ?? "";
  await isIndexed(id);
  const { caption } = await photoOf(id);
  expect(caption?.text).toContain(almost);
  expect(caption?.raw).toContain(whole);
  await using opened = await openPage(browser, `${glimpse.url}/?photo=${id}`);
  const { page, complaints } = opened;
  let alerts = 0;
  page.on("dialog", (dialog) => {
    alerts++;
    void dialog.dismiss();
  });
  const lightbox = page.getByRole("dialog");
  await lightbox.getByText(almost).first().waitFor();
  await lightbox.getByText("What the model answered").click();
  await lightbox.getByText(whole).waitFor();
  // An answer shows the caption as the name of a tile.
  const { id: conversationId } = await glimpse.api.conversations.create.mutate({ title: whole });
  const turn = { conversationId, turnId: crypto.randomUUID(), text: "a dog on a beach" };
  await Array.fromAsync(await glimpse.api.conversations.say.mutate(turn));
  await page.goto(`${glimpse.url}/c/${conversationId}`);
  await page
    .getByRole("article")
    .getByRole("button", { name: /^Photo/ })
    .first()
    .waitFor();
  await expect.poll(() => page.locator("svg[onload], img[onerror]").count()).toBe(0);
  expect(alerts).toBe(0);
  // The page's policy would refuse such a script, and would complain.
  expect(complaints).toEqual([]);
});
