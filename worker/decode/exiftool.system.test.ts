import { readdir } from "node:fs/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { createTagReader } from "./exiftool.ts";

test("where no configuration can be written the same tags are read, and one that was written is removed", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("photo.jpg");
  await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .withExif({ IFD0: { Make: "Canon", ImageDescription: "A red square" } })
    .jpeg()
    .toFile(path);
  const usual = createTagReader(folder.path);
  const without = createTagReader(folder.at("missing"));
  const [configuration] = (await readdir(folder.path)).filter((name) => name.endsWith(".config"));
  expect(configuration).toBeDefined();
  const expected = { "EXIF:Make": "Canon", "EXIF:ImageDescription": "A red square" };
  expect(await usual.read(path, "image/jpeg")).toMatchObject(expected);
  expect(await without.read(path, "image/jpeg")).toEqual(await usual.read(path, "image/jpeg"));
  await Promise.all([usual.close(), without.close()]);
  expect(await readdir(folder.path)).toEqual(["photo.jpg"]);
});
