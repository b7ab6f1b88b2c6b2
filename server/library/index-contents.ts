import type { Database } from "../engines/database/port.ts";
import type { Space } from "../engines/models/port.ts";
import { unpackVector } from "./embeddings.ts";
import { isShown, type KnownPhoto, loadKnownPhotos } from "./photo-rows.ts";
import type { Schema } from "./schema.ts";
import type { Standard } from "./standardise.ts";

/** Selects the photos that belong in the index. */
const indexed = ({ rows }: Database<Schema>) =>
  rows
    .selectFrom("photos")
    .innerJoin("photo_facts", "photo_facts.photo_id", "photos.id")
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null);

/**
 * Returns the ids of photos that belong in the index: prepared and not removed, of all owners, in ascending
 * order.
 */
export async function photosAfter(
  database: Database<Schema>,
  after: string,
  limit: number,
): Promise<{ id: string; owner: string }[]> {
  return indexed(database)
    .select(["photos.id", "photos.owner"])
    .where("photos.id", ">", after)
    .orderBy("photos.id")
    .limit(limit)
    .execute();
}

/** Returns those ids that belong in the index. */
export async function photosAmong(database: Database<Schema>, ids: string[]): Promise<string[]> {
  const found = await indexed(database).select("photos.id").where("photos.id", "in", ids).execute();
  return found.map(({ id }) => id);
}

export async function countPhotos(database: Database<Schema>): Promise<number> {
  const row = await indexed(database)
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * Returns the ids of photos that have an embedding in this space and belong in the index, in ascending order.
 */
export async function embeddedAfter(
  { rows }: Database<Schema>,
  space: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const found = await rows
    .selectFrom("embeddings")
    .innerJoin("photos", "photos.id", "embeddings.photo_id")
    .select("photos.id")
    .where("embeddings.space", "=", space)
    .where("photos.id", ">", after)
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null)
    .orderBy("photos.id")
    .limit(limit)
    .execute();
  return found.map((row) => row.id);
}

/**
 * Draws at most `size` photos that have an embedding in this space. It takes the photos whose ids have the
 * lowest endings: endings are random, and so the sample stays the same as long as these photos exist.
 */
export async function embeddedSample(
  { rows }: Database<Schema>,
  space: string,
  size: number,
): Promise<string[]> {
  const found = await rows
    .selectFrom("embeddings")
    .select("photo_id")
    .where("space", "=", space)
    .orderBy(({ fn, ref, val }) => fn("substr", [ref("photo_id"), val(25)]))
    .limit(size)
    .execute();
  return found.map((row) => row.photo_id);
}

export async function countEmbedded({ rows }: Database<Schema>, space: string): Promise<number> {
  const row = await rows
    .selectFrom("embeddings")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("space", "=", space)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Returns the ids of photos that the worker has not written to the index yet. */
export async function awaitingIndex({ rows }: Database<Schema>): Promise<string[]> {
  const found = await rows.selectFrom("jobs").select("photo_id").where("stage", "=", "index").execute();
  return found.map((row) => row.photo_id);
}

/** Loads the photos that still belong in the index, as the rows have them now. */
export async function loadPhotos(
  { rows }: Database<Schema>,
  photos: { id: string; owner: string }[],
): Promise<KnownPhoto[]> {
  const owners = Map.groupBy(photos, ({ owner }) => owner);
  const found: KnownPhoto[] = [];
  for (const [owner, ofOwner] of owners) {
    const ids = ofOwner.map(({ id }) => id);
    found.push(...(await loadKnownPhotos(rows, owner, ids)));
  }
  return found.filter(({ photo, facts }) => isShown(photo) && facts !== null);
}

export async function loadVectors(
  { rows }: Database<Schema>,
  space: string,
  photoIds: string[],
): Promise<{ photoId: string; vector: Float32Array }[]> {
  if (photoIds.length === 0) return [];
  const found = await rows
    .selectFrom("embeddings")
    .select(["photo_id", "vector"])
    .where("space", "=", space)
    .where("photo_id", "in", photoIds)
    .execute();
  return found.map((row) => ({ photoId: row.photo_id, vector: unpackVector(row.vector) }));
}

const pageSize = 500;

/** Measures mean and standard deviation of each number of all vectors of a space; null if there are fewer than `least`. */
export async function standardOf(
  database: Database<Schema>,
  space: Space,
  least: number,
): Promise<Standard | null> {
  const sum = new Float64Array(space.dimension);
  const squares = new Float64Array(space.dimension);
  let count = 0;
  for (let last = ""; ; ) {
    const ids = await embeddedAfter(database, space.id, last, pageSize);
    const end = ids.at(-1);
    if (end === undefined) break;
    for (const { vector } of await loadVectors(database, space.id, ids)) {
      for (const [at, value] of vector.entries()) {
        sum[at] = (sum[at] ?? 0) + value;
        squares[at] = (squares[at] ?? 0) + value * value;
      }
      count++;
    }
    last = end;
  }
  if (count < least) return null;
  const mean = sum.map((total) => total / count);
  const deviations = squares.map((total, at) => Math.sqrt(Math.max(0, total / count - (mean[at] ?? 0) ** 2)));
  return { mean: Float32Array.from(mean), deviations: Float32Array.from(deviations) };
}
