import { expect, test } from "vitest";
import { damagedOriginals } from "./fixtures/data-folder.ts";
import { failingDisk, hasCompiler } from "./fixtures/failing-disk.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

test.runIf(hasCompiler)(
  "while the disk fails photos are refused by name, browsing goes on, no photo fails, and all comes back by itself",
  async () => {
    await using disk = await failingDisk();
    await using glimpse = await startGlimpse({ dataFolder: disk.dataFolder, settings: disk.settings });
    const photo = await drawPhoto(1);
    // A job that could not even be given back comes back when its lease ends, after 30 s.
    const prepared = () =>
      until(
        "all are prepared",
        async () => {
          const { byStatus, total } = await glimpse.api.jobs.summary.query();
          return byStatus.prepared === total && total;
        },
        60_000,
      );
    expect((await sendPhoto(glimpse.url, photo)).status).toBe(200);
    await prepared();
    // Some uploads are under way when the disk fails.
    const sending = Array.from({ length: 12 }, (_, at) => sendPhoto(glimpse.url, variantOf(photo, at + 1)));
    await sending[0];
    disk.fail();
    const answers = await Promise.all(sending);
    const refused = await sendPhoto(glimpse.url, variantOf(photo, 100));
    expect(refused).toMatchObject({ status: 503, error: { code: "LIBRARY_AWAY" } });
    const ready = await fetch(`${glimpse.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain("cannot be used (EIO)");
    expect((await glimpse.api.photos.list.query({ limit: 50 })).items.length).toBeGreaterThan(0);
    expect((await fetch(glimpse.url)).status).toBe(200);
    disk.recover();
    for (const [at, { status }] of answers.entries()) {
      if (status !== 200) expect((await sendPhoto(glimpse.url, variantOf(photo, at + 1))).status).toBe(200);
    }
    expect(await prepared()).toBe(13);
    expect(damagedOriginals(disk.dataFolder)).toEqual([]);
    expect((await fetch(`${glimpse.url}/readyz`)).status).toBe(200);
  },
  150_000,
);
