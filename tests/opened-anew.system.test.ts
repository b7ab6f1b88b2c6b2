import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { filesIn, select } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { rawFile, sensorOf } from "./fixtures/raw-file.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

test("a HEIC that an older version kept without a picture gets one after the upgrade, and is described; edits stay", async () => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama();
  const dataFolder = folder.at("data");
  const heic = readFileSync(join(import.meta.dirname, "fixtures/encoded/fields.heic"));
  let id = "";
  {
    await using glimpse = await startGlimpse({ dataFolder });
    id = (await sendPhoto(glimpse.url, heic, { name: "quilt.heic" })).photo?.id ?? "";
    await until("it is prepared", async () => (await glimpse.api.photos.get.query({ id })).thumbhash);
    await glimpse.stop();
  }
  // This is how such a photo lay there before.
  rmSync(join(dataFolder, "renditions"), { recursive: true });
  {
    using rows = new DatabaseSync(join(dataFolder, "glimpse.sqlite"));
    rows.exec(`update photo_facts set thumbhash = null, colours = '[]', brightness = null, version = 0;
      update photos set status = 'indexed'; delete from jobs;
      insert into photo_edits (photo_id, owner, favourite, updated_at) select id, owner, 1, 1 from photos;`);
  }
  await using glimpse = await startGlimpse({ dataFolder, ollama: ollama.url });
  const photo = await until("it is described and indexed", async () => {
    const now = await glimpse.api.photos.get.query({ id });
    return now.status === "indexed" && now.caption !== null && now;
  });
  expect(photo).toMatchObject({ thumbhash: expect.any(String), favourite: true });
  expect(filesIn(dataFolder, "renditions")).toHaveLength(2);
  expect(ollama.countDescribed()).toBe(1);
  expect(select(dataFolder, "select version from photo_facts")).toEqual([{ version: 1 }]);
});

test("a raw file that an older version could not show is developed after the upgrade", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const colours = Array.from({ length: 9 }, (_, n) => [n * 30, 200, 255 - n * 30]);
  const raw = rawFile(null, 1, sensorOf(colours, 300, 210));
  let id = "";
  {
    await using glimpse = await startGlimpse({ dataFolder });
    id = (await sendPhoto(glimpse.url, raw, { name: "negative.dng" })).photo?.id ?? "";
    await until("it is prepared", async () => (await glimpse.api.photos.get.query({ id })).thumbhash);
    await glimpse.stop();
  }
  rmSync(join(dataFolder, "renditions"), { recursive: true });
  {
    using rows = new DatabaseSync(join(dataFolder, "glimpse.sqlite"));
    rows.exec(`update photo_facts set thumbhash = null, picture_note = 'none', version = 1;
      update photos set status = 'indexed'; delete from jobs;`);
  }
  await using glimpse = await startGlimpse({ dataFolder });
  const photo = await until("it has a picture", async () => {
    const now = await glimpse.api.photos.get.query({ id });
    return now.thumbhash !== null && now;
  });
  expect(photo).toMatchObject({ pictureNote: null, width: 300, height: 210 });
});

test("a photo with a person's caption gets a new vector when its file tells more than before", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const heic = readFileSync(join(import.meta.dirname, "fixtures/encoded/fields.heic"));
  {
    await using glimpse = await startGlimpse({ dataFolder });
    const id = (await sendPhoto(glimpse.url, heic, { name: "quilt.heic" })).photo?.id ?? "";
    await until("it is prepared", async () => (await glimpse.api.photos.get.query({ id })).thumbhash);
    await glimpse.stop();
  }
  {
    using rows = new DatabaseSync(join(dataFolder, "glimpse.sqlite"));
    rows.exec(`update photo_facts set city = 'Elsewhere', facts_version = 0;
      update photos set status = 'indexed'; delete from jobs;
      insert into photo_edits (photo_id, owner, favourite, caption, updated_at)
        select id, owner, 0, 'A quilt.', 1 from photos;`);
  }
  await using _glimpse = await startGlimpse({ dataFolder });
  await until(
    "it is read anew",
    () => select(dataFolder, "select 1 from photo_facts where facts_version > 0")[0],
  );
  // There is no model, so the job of the vector waits.
  expect(select(dataFolder, "select stage from jobs where stage = 'embed'")).toEqual([{ stage: "embed" }]);
});
