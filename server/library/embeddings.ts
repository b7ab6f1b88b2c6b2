import type { Database } from "../engines/database/port.ts";
import type { Space } from "../engines/models/port.ts";
import { libraryTime } from "./clock.ts";
import { ensureServing } from "./collections.ts";
import type { Rows, Schema } from "./schema.ts";

export interface StoredVector {
  space: string;
  vector: Float32Array;
}

/** Stores the vectors that models made beside the rows, so that a wiped index costs no model call. */
export interface Embeddings {
  /** Returns the vectors of a photo, the newest space first. */
  of(owner: string, photoId: string): Promise<StoredVector[]>;
  /**
   * Returns vectors of at most `size` photos: a fair sample, and the same one while these photos exist, whatever
   * engine holds the index.
   */
  sample(owner: string, space: string, size: number): Promise<Float32Array[]>;
  /** Returns the sample that was kept, and the number of vectors at that time; null if there is none. */
  keptSample(owner: string, space: string): Promise<{ documents: number; vectors: Float32Array[] } | null>;
}

export function createEmbeddings(database: Database<Schema>): Embeddings {
  return {
    async of(owner, photoId) {
      const found = await database.rows
        .selectFrom("embeddings")
        .select(["space", "vector"])
        .where("owner", "=", owner)
        .where("photo_id", "=", photoId)
        .orderBy("created_at", "desc")
        .execute();
      return found.map((row) => ({ space: row.space, vector: unpackVector(row.vector) }));
    },
    async sample(owner, space, size) {
      // An id ends in random characters, so the order by them is a fair draw that stays the same. Rows of embeddings
      // are long; whether a photo has one is read from their index alone.
      const drawn = database.rows
        .selectFrom("photos")
        .select("photos.id")
        .where("photos.owner", "=", owner)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom("embeddings")
              .select("embeddings.photo_id")
              .whereRef("embeddings.photo_id", "=", "photos.id")
              .where("embeddings.space", "=", space),
          ),
        )
        .orderBy(({ fn, ref, val }) => fn("substr", [ref("photos.id"), val(25)]))
        .limit(size);
      const found = await database.rows
        .selectFrom("embeddings")
        .select("vector")
        .where("space", "=", space)
        .where("photo_id", "in", drawn)
        .execute();
      return found.map((row) => unpackVector(row.vector));
    },
    async keptSample(owner, space) {
      const kept = await database.rows
        .selectFrom("samples")
        .innerJoin("spaces", "spaces.id", "samples.space")
        .select(["samples.documents", "samples.vectors", "spaces.dimension"])
        .where("samples.owner", "=", owner)
        .where("samples.space", "=", space)
        .executeTakeFirst();
      if (!kept) return null;
      const { documents, vectors, dimension } = kept;
      const bytes = 2 * dimension;
      const count = Math.floor(vectors.byteLength / bytes);
      return {
        documents,
        vectors: Array.from({ length: count }, (_, at) =>
          unpackVector(vectors.subarray(at * bytes, (at + 1) * bytes)),
        ),
      };
    },
  };
}

/** Returns how many vectors there were when the kept sample was drawn; null if there is none. */
export async function sampleDrawnOf(rows: Rows, owner: string, space: string): Promise<number | null> {
  const kept = await rows
    .selectFrom("samples")
    .select("documents")
    .where("owner", "=", owner)
    .where("space", "=", space)
    .executeTakeFirst();
  return kept?.documents ?? null;
}

/** Keeps a sample for all processes. */
export async function keepSample(
  rows: Rows,
  owner: string,
  space: string,
  { documents, vectors }: { documents: number; vectors: Float32Array[] },
): Promise<void> {
  const columns = { documents, vectors: Buffer.concat(vectors.map(packVector)) };
  await rows
    .insertInto("samples")
    .values({ owner, space, ...columns })
    .onConflict((conflict) => conflict.columns(["owner", "space"]).doUpdateSet(columns))
    .execute();
}

/** Writes a photo's vector; call it in the transaction that ends the stage. */
export async function writeEmbedding(
  rows: Rows,
  owner: string,
  photoId: string,
  space: Space,
  vector: Float32Array,
): Promise<void> {
  const created = libraryTime();
  await rows
    .insertInto("spaces")
    .values({ ...space, trained: Number(space.trained), created_at: created })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await ensureServing(rows, space.id);
  const columns = { vector: packVector(vector), created_at: created };
  await rows
    .insertInto("embeddings")
    .values({ photo_id: photoId, space: space.id, owner, ...columns })
    .onConflict((conflict) => conflict.columns(["photo_id", "space"]).doUpdateSet(columns))
    .execute();
}

/** Packs a vector as fp16, little-endian: 8 kB for 4,096 numbers. */
export function packVector(vector: Float32Array): Uint8Array {
  return new Uint8Array(Float16Array.from(vector).buffer);
}

export function unpackVector(packed: Uint8Array): Float32Array {
  // We copy, because the bytes of a row need not begin at an even address.
  return Float32Array.from(new Float16Array(packed.slice().buffer));
}
