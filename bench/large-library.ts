import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import type { Space } from "#server/engines/models/port.ts";
import { createCollections } from "#server/library/collections.ts";
import { writeHubMean, writeHubs } from "#server/library/hubs.ts";
import { createFileChecks } from "#server/library/verifications.ts";
import { settleFolder } from "#tests/fixtures/library.ts";
import { until } from "#tests/fixtures/until.ts";
import { drawing, type MadePhoto, makeLibrary } from "./library.ts";

export interface LibrarySize {
  photos: number;
  /** How long a vector is. */
  numbers: number;
}

/** Glimpse knows this model as one made for searching. */
export const largeModel = "qwen3-embedding:8b";

/**
 * The things in captions: the first stands in a third of them, the tenth in one of sixteen, the last in one of sixty.
 */
export const things =
  "man woman table street dog beach car tree house cat boat child chair horse bridge lake mountain bus train bread bench umbrella window road field ball bird sheep cow clock tower church garden flower river snow sofa lamp bottle cup plate cake pizza apple banana orange kite surfboard skateboard bicycle motorcycle truck airplane elephant giraffe zebra bear laptop keyboard phone book vase teddy scissors sink oven refrigerator bed pillow mirror curtain carpet staircase balcony fence gate tent campfire guitar piano violin camera suitcase backpack hat scarf tie shirt jacket glove boot helmet racket net goal stadium fountain statue market shop restaurant kitchen".split(
    " ",
  );
const qualities = "red blue white black small large old wooden green yellow".split(" ");
const cities: { city: string; latitude: number; longitude: number }[] = [
  { city: "Lisbon", latitude: 38.72, longitude: -9.14 },
  { city: "Porto", latitude: 41.15, longitude: -8.61 },
  { city: "Berlin", latitude: 52.52, longitude: 13.4 },
  { city: "Munich", latitude: 48.14, longitude: 11.58 },
  { city: "Paris", latitude: 48.86, longitude: 2.35 },
  { city: "Nice", latitude: 43.7, longitude: 7.27 },
  { city: "Tokyo", latitude: 35.68, longitude: 139.69 },
  { city: "Sydney", latitude: -33.87, longitude: 151.21 },
  { city: "Rome", latitude: 41.89, longitude: 12.48 },
  { city: "Vienna", latitude: 48.21, longitude: 16.37 },
];
/** Photos of a city lie within this many degrees of its middle. */
const aroundCity = 0.1;
const countries = ["Portugal", "Germany", "France", "Japan", "Australia", "Italy"];
const inCaption = 4;
/** The length of the part of a vector that stands for a thing; the photo's own part has length 1. */
const shareOfThing = 0.6;

/** Returns the vector of a text: the directions of the things that it names, and a direction of its own. */
export function vectorsOf(numbers: number): (text: string, seed: number) => Float32Array {
  const random = drawing(7);
  const direction = () =>
    Float32Array.from({ length: numbers }, () => (random() - 0.5) * Math.sqrt(12 / numbers));
  const directions = new Map(things.map((thing) => [thing, direction()]));
  const common = direction();
  return (text, seed) => {
    const own = drawing(seed);
    const scale = Math.sqrt(12 / numbers);
    const sum = common.map((value) => value * 0.5 + (own() - 0.5) * scale);
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
      const known = directions.get(word);
      if (known)
        for (let at = 0; at < numbers; at++) sum[at] = (sum[at] ?? 0) + shareOfThing * (known[at] ?? 0);
    }
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
    return sum.map((value) => value / length);
  };
}

function* drawn({ photos, numbers }: LibrarySize): Generator<MadePhoto> {
  const random = drawing(5);
  const [up, along] = [drawing(9), drawing(13)];
  const vectorOf = vectorsOf(numbers);
  const around = (middle: number, draw: () => number) => middle + aroundCity * (2 * draw() - 1);
  const among = <Item>(items: Item[]) => items[Math.floor(random() * items.length)];
  for (let at = 0; at < photos; at++) {
    const said = Array.from({ length: inCaption }, () => things[Math.floor(things.length * random() ** 2)]);
    const [first, second, third, fourth] = said;
    const text = `A ${among(qualities)} ${first} next to a ${second}. There is a ${third} behind the ${fourth}.`;
    const taken = new Date(Date.UTC(2010, 0) + Math.floor(random() * 15 * 365 * 86_400_000))
      .toISOString()
      .slice(0, 23);
    const city = random() < 0.7 ? Math.floor(random() * cities.length) : null;
    const town = city === null ? undefined : cities[city];
    const place = town && {
      city: town.city,
      country: countries[(city ?? 0) % countries.length] ?? null,
      latitude: around(town.latitude, up),
      longitude: around(town.longitude, along),
    };
    const thumbhash = Buffer.from(Array.from({ length: 24 }, () => Math.floor(random() * 256))).toString(
      "base64",
    );
    yield {
      text,
      vector: vectorOf(text, at + 11),
      thumbhash,
      facts: { takenLocal: taken, model: "iPhone 13", ...place },
    };
  }
}

/**
 * Makes the library in `folder`, unless a run before this one has made it there. Everything that the worker would
 * measure of it in its first hours is written too. Returns the seconds that it took; null if it was there.
 */
export async function makeLargeLibrary(folder: string, size: LibrarySize): Promise<number | null> {
  const mark = join(folder, `made-with-places-${size.photos}-${size.numbers}`);
  if (existsSync(mark)) return null;
  const begun = performance.now();
  const template = 2;
  const id = `${largeModel}@${template}:${size.numbers}`;
  const space: Space = { id, model: largeModel, template, dimension: size.numbers, trained: true };
  const { database, idOf, close } = await makeLibrary(folder, drawn(size), space);
  await settleFolder(folder, database);
  const serving = await createCollections(database).serving();
  if (!serving) throw new Error("the library has no vectors");
  const random = drawing(3);
  for (let from = 0; from < size.photos; from += 400) {
    const some = Array.from({ length: Math.min(400, size.photos - from) }, (_, at) => idOf(from + at));
    await writeHubs(
      database.rows,
      serving.id,
      some.map((photoId) => ({ photoId, hub: 0.4 + 0.05 * random() })),
    );
  }
  await writeHubMean(database.rows, serving.id, 0.425, size.photos);
  await database.rows.updateTable("collections").set({ calibrated_of: size.photos }).execute();
  // There are no originals, which must not be found out while something else is measured.
  const checks = createFileChecks(database);
  await checks.end(await checks.begin());
  await close();
  if (size.photos * size.numbers >= fewestNumbers) await makeCodes(folder, serving.id);
  const seconds = (performance.now() - begun) / 1_000;
  await writeFile(mark, "");
  return seconds;
}

/** A smaller space has no codes (`space-vectors.ts`). */
const fewestNumbers = 10_000_000;

/** Waits until the codes of the vectors are kept, which are made behind the first look at the space. */
async function makeCodes(folder: string, collection: string): Promise<void> {
  const index = await createEmbeddedIndex({ folder });
  const codes = join(folder, "index.sqlite.codes");
  const isKept = () => existsSync(codes) && readdirSync(codes).some((name) => name.endsWith(".codes"));
  await index.prepare(collection);
  await until("the codes are kept", isKept, 600_000);
  await index.close();
}
