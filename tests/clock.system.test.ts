import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { filesIn, sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

const hour = 3_600_000;
const year = 365 * 24 * hour;

test("photos are prepared and nothing is destroyed while the clock of the machine is set back and ahead", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const clock = folder.at("clock");
  const set = (ms: number) => writeFileSync(clock, String(ms));
  set(0);
  const preload = join(import.meta.dirname, "fixtures/shifted-clock.mjs");
  const settings = { NODE_OPTIONS: `--import=${preload}`, SHIFTED_CLOCK: clock };
  const photo = await drawPhoto(1, { width: 64, height: 48 });
  let sent = 0;
  async function works(glimpse: RunningGlimpse): Promise<string> {
    const bytes = variantOf(photo, sent++);
    const { photo: taken } = await sendPhoto(glimpse.url, bytes);
    await until("it is prepared", async () => {
      return (await glimpse.api.photos.get.query({ id: taken?.id ?? "" })).thumbhash;
    });
    return taken?.id ?? "";
  }
  {
    await using glimpse = await startGlimpse({ dataFolder, settings });
    const id = await works(glimpse);
    await glimpse.api.photos.remove.mutate({ ids: [id] });
    for (const shift of [hour, -hour, year, -year]) {
      set(shift);
      await works(glimpse);
    }
    set(year);
    await works(glimpse);
  }
  // A restart while the clock is a year ahead, and one while it is a year behind.
  for (const shift of [year, -year]) {
    set(shift);
    await using glimpse = await startGlimpse({ dataFolder, settings: { ...settings, GLIMPSE_LOG: "warn" } });
    await works(glimpse);
    // The worker looks every 5 s for photos that were removed more than 30 days ago.
    await pause(11_000);
    expect(glimpse.output()).toMatch(/this machine's clock is \d+ s (ahead of|behind) the/);
  }
  expect(filesIn(dataFolder, "originals")).toContain(sha256(variantOf(photo, 0)));
  set(0);
  await using glimpse = await startGlimpse({ dataFolder, settings });
  await works(glimpse);
}, 120_000);
