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

/** The number of ids that one statement takes. */
const mostIds = 500;

/** Returns what is said of each photo in sentences: its caption and its own description. */
export async function captionTexts(
  rows: Rows,
  owner: string,
  photoIds: string[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let from = 0; from < photoIds.length; from += mostIds) {
    const found = await rows
      .selectFrom("photos")
      .leftJoin("captions", "captions.photo_id", "photos.id")
      .leftJoin("photo_facts", "photo_facts.photo_id", "photos.id")
      .leftJoin("photo_edits", "photo_edits.photo_id", "photos.id")
      .select(["photos.id", "captions.text", "photo_edits.caption", "photo_facts.description"])
      .select(["photo_facts.title", "photo_edits.title as editedTitle"])
      .where("photos.owner", "=", owner)
      .where("photos.id", "in", photoIds.slice(from, from + mostIds))
      .execute();
    for (const { id, text, caption, description, title, editedTitle } of found)
      texts.set(id, [caption ?? text, editedTitle ?? title, description].filter(Boolean).join("\n"));
  }
  return texts;
}
