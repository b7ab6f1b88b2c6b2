import { afterAll, beforeAll, expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { expectAccessible } from "./fixtures/browser.ts";
import {
  askPage,
  type BrowsedGlimpse,
  composer,
  lastTurn,
  openGlimpse,
  startBrowsedGlimpse,
  tiles,
} from "./fixtures/browsing.ts";
import { until } from "./fixtures/until.ts";

const question = "doggoz wuffli zxqv";
const plain = "photos of a dog";

let browsed: BrowsedGlimpse;
/** The chat model answers when this is resolved. */
let answerable = Promise.resolve();

/** Holds the chat model's answer back until the returned function is called. */
function holdAnswer(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  answerable = promise;
  return resolve;
}

beforeAll(async () => {
  browsed = await startBrowsedGlimpse(
    startOllama({ reply: () => answerable.then(() => ({ request: plain })) }),
    // A browser on a busy machine may need more than three seconds for what these tests do meanwhile.
    { GLIMPSE_SECOND_READER_SECONDS: "60" },
  );
  const captions = ["A brown dog runs along a sandy beach.", "A red bus stands on a rainy street."];
  const ids = await Promise.all(
    captions.map((caption, n) =>
      browsed.upload({
        ...{ name: `${n}.jpg`, seed: 8_300 + n, caption, taken: `2021:05:0${n + 1} 12:00:00` },
      }),
    ),
  );
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

test("a second reading takes the place of the first, is announced, and has a way back", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await askPage(page, question);
  const turn = lastTurn(page);
  await turn.getByText(`Read as: “${plain}”.`).waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(1);
  const announced = page.getByRole("status").filter({ hasText: "Read as" });
  await expect.poll(() => announced.textContent()).toBe(`Read as: “${plain}”. 1 photo found`);
  await expectAccessible(page);

  const back = turn.getByRole("button", { name: "As I wrote it" });
  await back.focus();
  await page.keyboard.press("Enter");
  await turn.getByText(`Also read as “${plain}”.`).waitFor();
  const again = turn.getByRole("button", { name: "Show", exact: true });
  await expect.poll(() => again.evaluate((element) => element === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await page.reload();
  await lastTurn(page).getByText(`Also read as “${plain}”.`).waitFor();
  await lastTurn(page).getByRole("button", { name: "Show", exact: true, disabled: false }).click();
  await lastTurn(page).getByText(`Read as: “${plain}”.`).waitFor();
  await expect.poll(() => tiles(lastTurn(page)).count()).toBe(1);
  await page.reload();
  await lastTurn(page).getByText(`Read as: “${plain}”.`).waitFor();
  expect(complaints).toEqual([]);
});

test("somebody who has begun to use the first answer keeps it, and the second is offered", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const answer = holdAnswer();
  await askPage(page, question);
  const turn = lastTurn(page);
  // From when the first answer stands, the page watches whether somebody uses it.
  await page.getByRole("button", { name: "Stop" }).waitFor({ state: "hidden" });
  await page.mouse.wheel(0, 10);
  answer();
  await turn.getByText(`Also read as “${plain}”.`).waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(0);
  // The server knows it too.
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const serving = async () =>
    (await browsed.glimpse.api.conversations.get.query({ id })).turns.at(-1)?.second?.serves;
  await expect.poll(serving).toBe("first");
  await turn.getByRole("button", { name: "Show", exact: true }).click();
  await turn.getByText(`Read as: “${plain}”.`).waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("a second tab that comes meanwhile sees the second reading too", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  const answer = holdAnswer();
  await composer(page).fill(question);
  await composer(page).press("Enter");
  await page.waitForURL(/\/c\//);
  await until("the chat model is asked", () =>
    browsed.ollama.asked.some(({ endpoint, state }) => endpoint === "chat" && state === "open"),
  );
  const other = await page.context().newPage();
  await other.goto(page.url());
  answer();
  await lastTurn(page).getByText(`Read as: “${plain}”.`).waitFor();
  await lastTurn(other).getByText(`Read as: “${plain}”.`).waitFor();
});

test("the settings turn it off", async () => {
  await using opened = await openGlimpse(browsed, { path: "/settings" });
  const { page, complaints } = opened;
  const box = page.getByRole("checkbox", { name: "Read such questions a second time" });
  await expect.poll(() => box.isChecked()).toBe(true);
  await box.and(page.locator(":enabled")).click();
  const rule = () => browsed.glimpse.api.secondReader.status.query();
  await expect.poll(rule).toEqual({ on: false, fixed: false });
  await expectAccessible(page);
  await page.reload();
  await expect.poll(() => box.isChecked()).toBe(false);
  await box.and(page.locator(":enabled")).click();
  await expect.poll(rule).toEqual({ on: true, fixed: false });
  expect(complaints).toEqual([]);
});
