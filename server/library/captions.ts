import type { Rows } from "./schema.ts";

/** Writes what a model says of a photo. Call it in the transaction that ends the stage. */
export async function writeCaption(
  rows: Rows,
  owner: string,
  photoId: string,
  { text, model }: { text: string; model: string },
): Promise<void> {
  const columns = { text, model, created_at: Date.now() };
  await rows
    .insertInto("captions")
    .values({ photo_id: photoId, owner, ...columns })
    .onConflict((conflict) => conflict.column("photo_id").doUpdateSet(columns))
    .execute();
}

export interface Described {
  photoId: string;
  owner: string;
  caption: string;
}

/**
 * Picks the photos by the end of their ids, lowest first. This is a fair sample, and the same one each time
 * while they exist.
 */
export async function describedSample(rows: Rows, space: string, size: number): Promise<Described[]> {
  const found = await rows
    .selectFrom("embeddings")
    .innerJoin("captions", "captions.photo_id", "embeddings.photo_id")
    .innerJoin("photos", "photos.id", "embeddings.photo_id")
    .select(["photos.id", "photos.owner", "captions.text"])
    .where("embeddings.space", "=", space)
    .where("photos.deleted_at", "is", null)
    .orderBy(({ fn, ref, val }) => fn("substr", [ref("photos.id"), val(25)]))
    .limit(size)
    .execute();
  return found.map(({ id, owner, text }) => ({ photoId: id, owner, caption: text }));
}
