import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { execute, filesIn, sha256 } from "./fixtures/data-folder.ts";
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
    await until("it says so", () =>
      /this machine's clock is \d+ s (ahead of|behind) the/.test(glimpse.output()),
    );
    await works(glimpse);
  }
  set(0);
  await using glimpse = await startGlimpse({ dataFolder, settings });
  const long = await works(glimpse);
  const original = sha256(variantOf(photo, sent - 1));
  await glimpse.api.photos.remove.mutate({ ids: [long] });
  execute(
    join(dataFolder, "glimpse.sqlite"),
    `update photos set deleted_at = deleted_at - ${31 * 24 * hour} where id = '${long}'`,
  );
  await until(
    "what was removed a month ago is gone",
    () => !filesIn(dataFolder, "originals").includes(original),
  );
  expect(filesIn(dataFolder, "originals")).toContain(sha256(variantOf(photo, 0)));
});
