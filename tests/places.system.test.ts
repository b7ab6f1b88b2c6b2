import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

test("a photo that has only coordinates is found by its city and its country", async () => {
  await using folder = await temporaryFolder();
  await using glimpse = await startGlimpse();
  const inLisbon = {
    GPSLatitudeRef: "N",
    GPSLatitude: "38/1 42/1 36/1",
    GPSLongitudeRef: "W",
    GPSLongitude: "9/1 8/1 24/1",
  };
  const path = join(folder.path, "1.jpg");
  await writeFile(
    path,
    await sharp(await drawPhoto(8_000))
      .withExif({ IFD3: inLisbon })
      .jpeg()
      .toBuffer(),
  );
  const { photo } = await glimpse.upload(path);
  const prepared = await until("it is prepared", async () => {
    const now = await glimpse.api.photos.get.query({ id: photo.id });
    return now.thumbhash !== null && now;
  });
  expect(prepared.place).toMatchObject({ city: "Lisbon", country: "Portugal" });
  for (const text of ["Lisbon", "Portugal"]) {
    await until(`it is found by ${text}`, async () => {
      const { hits } = await glimpse.api.search.run.query({ text });
      return hits[0]?.photo.id === photo.id;
    });
  }
});
