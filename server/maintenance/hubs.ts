import { setImmediate } from "node:timers/promises";
import type { Database } from "../engines/database/port.ts";
import { FloatRows } from "../engines/index/float-rows.ts";
import type { Collection } from "../library/collections.ts";
import { writeHubMean, writeHubs } from "../library/hubs.ts";
import { embeddedAfter, embeddedSample, loadVectors } from "../library/index-contents.ts";
import type { Schema } from "../library/schema.ts";
import { standardised } from "../library/standardise.ts";

/** With fewer vectors than this everything is near to everything else, and hub values tell nothing. */
const fewest = 100;
/** Hub values are measured anew when the collection has grown by this share since. */
const growth = 0.2;
const neighbours = 10;
const pageSize = 100;

/**
 * The sample's vectors should have this many numbers together, which decides how long the hub value of one photo takes.
 */
const sampleNumbers = 4_000_000;
const [smallestSample, largestSample] = [500, 2_000];

/**
 * Measures each vector's hub value, the mean cosine to its ten nearest, if that was not done yet or the collection has
 * grown. It compares with a sample, whose few nearest stand for the ten: on 4,000 captions a sample of a quarter
 * reaches recall@1 .384 instead of .388 (docs/decisions/0006). `count`: the number of vectors in the space. Returns
 * true if it measured anything.
 */
export async function refreshHubs(
  database: Database<Schema>,
  collection: Collection,
  count: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const { space, standard } = collection;
  if (count < fewest || count < collection.hubsOf * (1 + growth)) return false;
  const sample = await drawSample(database, collection);
  const nearest = Math.max(2, Math.round((neighbours * sample.rows.size) / count));
  let sum = 0;
  let measured = 0;
  for (let last = ""; ; ) {
    const ids = await embeddedAfter(database, space.id, last, pageSize);
    const end = ids.at(-1);
    if (end === undefined) break;
    const hubs: { photoId: string; hub: number }[] = [];
    for (const { photoId, vector } of await loadVectors(database, space.id, ids)) {
      signal?.throwIfAborted();
      const hub = hubOf(standardised(vector, standard), photoId, sample, nearest);
      hubs.push({ photoId, hub });
      sum += hub;
      // Each takes a few milliseconds, so other work of this process gets its turn in between.
      await setImmediate();
    }
    await writeHubs(database.rows, collection.id, hubs);
    measured += hubs.length;
    last = end;
  }
  await writeHubMean(database.rows, collection.id, sum / Math.max(1, measured), count);
  return true;
}

interface Sample {
  rows: FloatRows;
  /** The row of each photo. */
  places: Map<string, number>;
}

async function drawSample(database: Database<Schema>, { space, standard }: Collection): Promise<Sample> {
  const size = Math.min(largestSample, Math.max(smallestSample, Math.round(sampleNumbers / space.dimension)));
  const ids = await embeddedSample(database, space.id, size);
  const sample: Sample = { rows: new FloatRows(space.dimension), places: new Map() };
  for (let from = 0; from < ids.length; from += pageSize) {
    const page = ids.slice(from, from + pageSize);
    for (const { photoId, vector } of await loadVectors(database, space.id, page)) {
      const place = sample.rows.size;
      sample.rows.set(place, standardised(vector, standard));
      sample.places.set(photoId, place);
    }
  }
  return sample;
}

function hubOf(vector: Float32Array, photoId: string, { rows, places }: Sample, nearest: number): number {
  const [cosines = new Float32Array()] = rows.products([vector]);
  // A photo of the sample is not its own neighbour.
  const own = places.get(photoId);
  if (own !== undefined) cosines[own] = -1;
  const best = new Float64Array(nearest).fill(-1);
  for (const cosine of cosines) {
    if (cosine <= (best[0] ?? 1)) continue;
    best[0] = cosine;
    best.sort();
  }
  return best.reduce((sum, cosine) => sum + cosine, 0) / nearest;
}
