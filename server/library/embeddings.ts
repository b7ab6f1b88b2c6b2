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
      // The end of an id is random, so its order is a draw that does not change.
      const drawn = database.rows
        .selectFrom("embeddings")
        .select("photo_id")
        .where("owner", "=", owner)
        .where("space", "=", space)
        .orderBy(({ fn, ref, val }) => fn("substr", [ref("photo_id"), val(25)]))
        .limit(size);
      const found = await database.rows
        .selectFrom("embeddings")
        .select("vector")
        .where("space", "=", space)
        .where("photo_id", "in", drawn)
        .execute();
      return found.map((row) => unpackVector(row.vector));
    },
  };
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
