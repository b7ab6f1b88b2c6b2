import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { until } from "./fixtures/until.ts";

const password = "correct horse battery";
let browser: Browser;
let glimpse: RunningGlimpse;

beforeAll(async () => {
  glimpse = await startGlimpse({ settings: { GLIMPSE_PASSWORD: password } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await glimpse?.[Symbol.asyncDispose]();
});

test("a person logs in, sees the page they asked for, and logs out everywhere", async () => {
  await using opened = await openPage(browser, `${glimpse.url}/settings`);
  const { page, complaints } = opened;
  expect(page.url()).toBe(`${glimpse.url}/login?to=%2Fsettings`);
  await expect.poll(() => page.title()).toBe("Log in · Glimpse");
  await expectAccessible(page);
  await page.getByLabel("Password").fill("a wrong password");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "This is not the password." }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  expect(page.url()).toBe(`${glimpse.url}/settings`);
  await page.getByText("A password guards the photos. One browser is logged in.").waitFor();
  await expectAccessible(page);
  // The wrong password was answered with 401, which browsers report.
  expect(complaints.filter((words) => !words.includes("401"))).toEqual([]);
  await page.getByRole("button", { name: "Log out everywhere" }).click();
  await page.getByLabel("Password").waitFor();
  await page.goto(glimpse.url);
  expect(new URL(page.url()).pathname).toBe("/login");
});

test("a page that is open asks for the password again when it was logged out elsewhere", async () => {
  await using opened = await openPage(browser, `${glimpse.url}/login`);
  const { page } = opened;
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { level: 1, name: "What would you like to see?" }).waitFor();
  await page.evaluate(() =>
    fetch("/api/trpc/access.signOutEverywhere", {
      method: "POST",
      headers: { "content-type": "application/json" },
    }),
  );
  await page.waitForURL(/\/login\?to=%2F$/);
});

test("a page of another site can ask for nothing, but may have a link to us", async () => {
  const open = await startGlimpse();
  await using _open = open;
  const seen: string[] = [];
  const evil = createServer((_request, response) => {
    const address = `${open.url}/api/trpc/system.status`;
    response.setHeader("Content-Type", "text/html");
    response.end(
      `<img src="${address}" onerror="document.title='refused'"><script src="${address}"></script><a href="${open.url}/settings">photos</a>`,
    );
  }).listen(0, "127.0.0.1");
  await using _evil = evil;
  await until("the other site is there", () => evil.listening);
  const { port } = evil.address() as AddressInfo;
  // For a browser "localhost" and "127.0.0.1" are different sites.
  await using opened = await openPage(browser, "about:blank");
  const { page } = opened;
  // A browser hides from the page, and from us, what our answer says.
  const note = (address: string, how: string) => {
    if (address.startsWith(open.url)) seen.push(how);
  };
  page.on("response", (response) => note(response.url(), String(response.status())));
  page.on("requestfailed", (request) => note(request.url(), "hidden"));
  await page.goto(`http://localhost:${port}/`);
  await until("both were asked for", () => seen.length >= 2);
  expect(seen.filter((how) => how !== "403" && how !== "hidden")).toEqual([]);
  await expect.poll(() => page.title()).toBe("refused");
  await page.getByRole("link", { name: "photos" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
});
