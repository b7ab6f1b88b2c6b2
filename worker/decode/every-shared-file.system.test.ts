import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PhotoFacts } from "#server/library/facts.ts";
import { apart, type Look, lookOf } from "#tests/fixtures/looks.ts";
import { hasRealPhotos, realPhotos } from "#tests/fixtures/photos.ts";
import { createDecoder } from "./client.ts";

/**
 * The expected look and facts of each shared JPEG. The sizes and looks are those of Pillow 13.0.0, turned by EXIF,
 * profiles converted by its ImageCms (perceptual), means of the full picture. The facts of `formats` and `gps` are the
 * EXIF that Pillow reads (a model without its make), with two dates that are not in it: one in IPTC, one of a change.
 * Those of `metadata` and `reported` come from what was written into them, and from the README of `reported`.
 */
interface Expected {
  file: string;
  size: [number, number];
  look: Look;
  facts: Partial<PhotoFacts>;
}

const expected = readFileSync(
  resolve(import.meta.dirname, "../../tests/fixtures/shared-photos.jsonl"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line): Expected => JSON.parse(line));

const decoder = createDecoder({ concurrency: 2 });
afterAll(() => decoder.close());

const real = test.skipIf(!hasRealPhotos);
const open = (file: string, type: string) =>
  decoder.decode({ path: join(realPhotos, file), type, maxMegapixels: 200 });

const always = ["takenLocal", "latitude", "longitude", "make", "model"] as const;
const settings = ["iso", "aperture", "exposure", "focalLength"] as const;
const words = [
  ...["takenPrecision", "takenFrom", "title", "description", "rating", "keywords", "people"],
  ...["city", "region", "country", "otherPlaces"],
];

/** Keeps the facts that a file of this folder is asked for and that say something. */
function told(facts: Partial<PhotoFacts>, file: string): Record<string, unknown> {
  const asked = /^(metadata|reported)/.test(file) ? [...always, ...words] : [...always, ...settings];
  const entries = asked.map((name) => [name, Reflect.get(facts, name)] as const);
  const said = entries.filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(
    said.map(([name, value]) => {
      if (typeof value === "number") return [name, Number(value.toFixed(3))];
      return [name, name === "takenLocal" ? String(value).slice(0, 19) : value];
    }),
  );
}

real.each(expected.map((each) => [each.file, each] as const))("%s", async (file, { size, look, facts }) => {
  const decoded = await open(file, "image/jpeg");
  expect([decoded.facts.width, decoded.facts.height]).toEqual(size);
  expect(apart(await lookOf(decoded.renditions?.preview ?? new Uint8Array()), look)).toBeLessThanOrEqual(4);
  expect(told(decoded.facts, file)).toEqual(told(facts, file));
});

real.each([2000, 2010, 2020])("metadata/xmp/dates/%s.xmp tells its date", async (year) => {
  const file = `metadata/xmp/dates/${year}.xmp`;
  const request = { path: join(realPhotos, file), type: "application/rdf+xml", maxMegapixels: 200 };
  const { facts } = await decoder.decode({ ...request, factsOnly: "sidecar" });
  expect(facts).toMatchObject({
    takenLocal: `${year}-09-27T14:35:33.000`,
    takenOffset: 120,
    takenFrom: "file",
  });
});

real(
  "a Live Photo's picture tells what its film is called by, and a motion photo where its film lies",
  async () => {
    const live = await open("formats/heic/IMG_5195.HEIC", "image/heic");
    expect(live.facts.contentId).toBe("570F1469-09C7-4E50-9875-05F21D5BD166");
    const moving = await open("formats/motionphoto/samsung-one-ui-6.heic", "image/heic");
    // As exiftool says it ("Embedded Video Offset Size").
    expect(moving.facts.film).toEqual({ offset: 452_284, bytes: 3_226_469, type: "video/mp4" });
  },
);

/** Files that other tests look at: `looks.system.test.ts`, `shared.system.test.ts`, and above. */
const elsewhere =
  /^formats\/((heic|motionphoto|jxl|avif|webp|png|jpeg|jpg)\/|exif\/README)|^metadata\/xmp|^reported\/(README.md|model-outputs.json|c_p3_nclx.avif)$/;

real("no shared file is left out", () => {
  const named = new Set(expected.map(({ file }) => file));
  const all = ["formats", "metadata", "gps", "reported"].flatMap((folder) =>
    readdirSync(join(realPhotos, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(realPhotos.length + 1)),
  );
  expect(all.filter((file) => !named.has(file) && !elsewhere.test(file))).toEqual([]);
});
