import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sharp } from "sharp";
import { afterAll, expect, test } from "vitest";
import { type Folder, temporaryFolder } from "#tests/fixtures/folder.ts";
import { hasRealPhotos, realPhotos } from "#tests/fixtures/photos.ts";
import { fields, noise, pixel } from "#tests/fixtures/pictures.ts";
import { createDecoder } from "./client.ts";

const decoder = createDecoder({ concurrency: 2 });
afterAll(() => decoder.close());

const cut = "The file ends too early. It may not have been copied completely.";
const exif = { IFD0: { Make: "Canon" }, IFD2: { DateTimeOriginal: "2008:05:30 15:56:01" } };

async function open(folder: Folder, bytes: Buffer, type = "image/jpeg", maxMegapixels = 200) {
  return decoder.decode({ path: await folder.write("file", bytes), type, maxMegapixels });
}

test("a JPEG without its last two bytes is whole", async () => {
  await using folder = await temporaryFolder();
  const bytes = await fields(640, 480).withExif(exif).jpeg().toBuffer();
  const { facts, renditions, flaw } = await open(folder, bytes.subarray(0, -2));
  expect(flaw).toBeUndefined();
  expect(facts).toMatchObject({ width: 640, height: 480, takenLocal: "2008-05-30T15:56:01.000" });
  expect(await pixel(renditions?.preview ?? new Uint8Array(), 0.9, 0.9)).toEqual([250, 250, 250]);
});

test.each<[string, (image: Sharp) => Sharp]>([
  ["image/jpeg", (image) => image.jpeg()],
  ["image/png", (image) => image.png()],
])("the upper part of a %s that was cut off is shown, and the facts are kept", async (type, encode) => {
  await using folder = await temporaryFolder();
  const bytes = await encode(noise(640, 480).withExif({ ...exif, IFD0: { Make: "Canon" } })).toBuffer();
  const { facts, renditions, flaw } = await open(folder, bytes.subarray(0, bytes.length * 0.6), type);
  expect(flaw).toMatch(/^The file (ends too early|is damaged)/);
  expect(facts).toMatchObject({ width: 640, height: 480, make: "Canon" });
  expect(renditions?.thumbhash).toBeTruthy();
});

test("facts do not depend on pixels", async () => {
  await using folder = await temporaryFolder();
  const whole = await noise(640, 480).withExif(exif).jpeg().toBuffer();
  const known = { facts: { takenLocal: "2008-05-30T15:56:01.000", make: "Canon" }, renditions: null };
  expect(await open(folder, whole.subarray(0, 600))).toMatchObject({ ...known, flaw: expect.any(String) });
  expect(await open(folder, whole, "image/jpeg", 0.1)).toMatchObject({
    ...known,
    flaw: "The picture has 1 megapixels; up to 0.1 are opened.",
  });
});

test("a file with neither a picture nor a fact fails", async () => {
  await using folder = await temporaryFolder();
  const whole = await noise(640, 480).jpeg().toBuffer();
  await expect(open(folder, whole.subarray(0, 400))).rejects.toMatchObject({ kind: "damaged" });
  await expect(open(folder, Buffer.from("nothing at all"))).rejects.toMatchObject({ kind: "damaged" });
});

test("nothing is left behind", () => {
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("glimpse-mend-"))).toEqual([]);
});

const reported = test.skipIf(!hasRealPhotos);
const openReported = (name: string) =>
  decoder.decode({ path: join(realPhotos, "reported", name), type: "image/jpeg", maxMegapixels: 200 });

reported("reported: pixels are there, or the upper part of them", async () => {
  expect((await openReported("x_missing_eoi.jpg")).flaw).toBeUndefined();
  const part = await openReported("x_truncated_10pc.jpg");
  expect(part).toMatchObject({ flaw: cut, facts: { keywords: ["tram"] } });
  expect(part.facts.takenLocal).toMatch(/^2018/);
  expect(part.renditions).not.toBeNull();
});

reported.each([
  [
    "g01_xmp_ref_separate.jpg",
    { latitude: expect.closeTo(43.0764, 3), longitude: expect.closeTo(-79.077, 3) },
  ],
  ["k04_iptc_utf8_unmarked.jpg", { keywords: ["dänemark", "Fähre"] }],
  ["k03_numeric.jpg", { keywords: ["1.10", "007", "2E5", "True", "20240501"], title: "3.50" }],
  ["d01_slashes.jpg", { takenLocal: "2007-06-30T18:45:17.000" }],
  ["d04_year_only_xmp.jpg", { takenLocal: "1987-01-01T00:00:00.000", takenPrecision: "year" }],
  ["d05_year_month_xmp.jpg", { takenLocal: "1987-07-01T00:00:00.000", takenPrecision: "month" }],
  ["d06_exif_1993_0000.jpg", { takenLocal: "1993-01-01T00:00:00.000", takenPrecision: "year" }],
  ["d12_iptc_1987_00.jpg", { takenLocal: "1987-01-01T00:00:00.000", takenPrecision: "year" }],
  ["d07_epoch_local.jpg", { takenLocal: "2021-03-04T10:11:12.000", takenFrom: "file" }],
  ["d11_modifydate_only.jpg", { takenLocal: "2014-07-26T11:05:00.000", takenFrom: "change" }],
  ["g09_sublocation.jpg", { city: "New York", otherPlaces: ["Coney Island"] }],
  ["g12_location_shown.jpg", { city: "Lisboa", country: "Portugal" }],
  ["k01_hier_only.jpg", { keywords: ["Location", "Deutschland", "Berlin", "Kladow"] }],
  ["k02_hier_commas.jpg", { keywords: ["Location", "Deutschland", "Berlin", "Kladow", "Uferpromenade"] }],
  ["k06_acdsee_categories.jpg", { keywords: ["Trip", "Canyoning"] }],
  ["p01_mediapro_people.jpg", { people: ["Olga Brandt", "Jonas Weber"] }],
  ["p03_personwdetails.jpg", { people: ["Mateo Ruiz"] }],
  ["t02_description.jpg", { description: "Swans and cygnets on the mill pond" }],
  ["t01_usercomment.jpg", { description: "Grandpa repairing the windmill" }],
  ["t03_title_de_only.jpg", { title: "Leuchtturm am Abend" }],
  ["r01_ratingpercent.jpg", { rating: 4 }],
])("reported: %s", async (name, facts) => {
  expect((await openReported(name)).facts).toMatchObject(facts);
});
