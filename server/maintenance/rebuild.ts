import { isDeepStrictEqual } from "node:util";
import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import type { Space } from "../engines/models/port.ts";
import type { Collection, Collections } from "../library/collections.ts";
import {
  countPhotos,
  loadPhotos,
  loadVectors,
  photosAfter,
  photosAmong,
  standardOf,
} from "../library/index-contents.ts";
import type { Schema } from "../library/schema.ts";
import { standardised } from "../library/standardise.ts";
import { documentOf } from "../search/document.ts";
import { compareDocuments } from "./verify.ts";

export interface FillProgress {
  /** Number of photos. */
  done: number;
  total: number;
}

export interface RebuildNeeds {
  database: Database<Schema>;
  index: PhotoIndex;
  collections: Collections;
}

/** Number of photos that fits into one request to an engine. */
const pageSize = 100;
/** Mean and deviations of fewer vectors tell more about them than about the space. */
const leastToMeasure = 100;

/**
 * Fills a new collection of `space` from the rows, beside the one that serves, and makes it serve when it is
 * complete. It asks no model, and search goes on all the time. If it is killed or aborted, the next run goes
 * on where it stopped. Throws CONFLICT while another process does it, and INDEX_AWAY.
 */
export async function* rebuild(
  needs: RebuildNeeds,
  space: Space,
  signal?: AbortSignal,
): AsyncGenerator<FillProgress> {
  const { database, index, collections } = needs;
  const measure = async () => (space.trained ? null : standardOf(database, space, leastToMeasure));
  const filling = await collections.fill(space, measure);
  const { collection } = filling;
  try {
    let { filled } = collection;
    for await (const page of fillPages(needs, collection, collection.filledTo, signal)) {
      filled += page.photos;
      await filling.advance(page.last, filled);
      yield { done: filled, total: Math.max(filled, await countPhotos(database)) };
    }
    await removeStrange(needs);
    await index.serve(collection.id);
    await filling.serve();
    await index.markComplete();
  } catch (error) {
    await filling.release().catch(() => {});
    throw error;
  }
}

/** Writes every photo into an index that was wiped, with its vector in the collection that serves (if one does). */
export async function* refill(needs: RebuildNeeds, signal?: AbortSignal): AsyncGenerator<FillProgress> {
  const serving = await needs.collections.serving();
  const total = await countPhotos(needs.database);
  let done = 0;
  for await (const page of fillPages(needs, serving, "", signal)) {
    done += page.photos;
    yield { done, total: Math.max(done, total) };
  }
  if (serving) await needs.index.serve(serving.id);
  await needs.index.markComplete();
}

/** Removes photos that left while nobody looked, but none that came while rows and index were compared. */
async function removeStrange({ database, index }: RebuildNeeds): Promise<void> {
  const strange: string[] = [];
  for await (const { id, is } of compareDocuments(database, index)) if (is === "strange") strange.push(id);
  for (let at = 0; at < strange.length; at += pageSize) {
    const page = strange.slice(at, at + pageSize);
    const there = new Set(await photosAmong(database, page));
    await index.remove(page.filter((id) => !there.has(id)));
  }
}

async function* fillPages(
  needs: RebuildNeeds,
  collection: Collection | null,
  after: string,
  signal?: AbortSignal,
): AsyncGenerator<{ photos: number; last: string }> {
  for (let last = after; ; ) {
    signal?.throwIfAborted();
    const page = await photosAfter(needs.database, last, pageSize);
    const end = page.at(-1);
    if (!end) return;
    await fillPage(needs, collection, page);
    last = end.id;
    yield { photos: page.length, last };
  }
}

/**
 * Writes a page of photos. The worker may write the same photos meanwhile, so we compare what we wrote with
 * the rows afterwards and write again where they differ. So the last write is what the rows say.
 */
async function fillPage(
  { database, index }: RebuildNeeds,
  collection: Collection | null,
  page: { id: string; owner: string }[],
): Promise<void> {
  let known = await loadPhotos(database, page);
  for (;;) {
    await index.putDocuments(known.map(documentOf));
    if (collection)
      await putVectors(
        database,
        index,
        collection,
        known.map(({ photo }) => photo.id),
      );
    const written = new Map(known.map((each) => [each.photo.id, documentOf(each)]));
    const now = await loadPhotos(database, page);
    const there = new Set(now.map(({ photo }) => photo.id));
    await index.remove([...written.keys()].filter((id) => !there.has(id)));
    known = now.filter((each) => !isDeepStrictEqual(documentOf(each), written.get(each.photo.id)));
    if (known.length === 0) return;
  }
}

async function putVectors(
  database: Database<Schema>,
  index: PhotoIndex,
  { id, space, standard }: Collection,
  photoIds: string[],
): Promise<void> {
  const vectors = await loadVectors(database, space.id, photoIds);
  const put = vectors.map(({ photoId, vector }) => ({ photoId, vector: standardised(vector, standard) }));
  if (put.length > 0) await index.putVectors(id, space.dimension, put);
}
