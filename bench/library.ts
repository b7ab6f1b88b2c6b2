import { join } from "node:path";
import { migrate } from "#server/engines/database/migrate.ts";
import type { Database } from "#server/engines/database/port.ts";
import { openSqlite } from "#server/engines/database/sqlite.ts";
import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import type { PhotoIndex } from "#server/engines/index/port.ts";
import type { Space } from "#server/engines/models/port.ts";
import { createCollections } from "#server/library/collections.ts";
import { packVector, writeEmbedding } from "#server/library/embeddings.ts";
import { type PhotoFacts, writeFacts } from "#server/library/facts.ts";
import { localOwner } from "#server/library/ids.ts";
import { migrations } from "#server/library/migrations/all.ts";
import { loadKnownPhotos, localMs } from "#server/library/photo-rows.ts";
import type { Rows, Schema } from "#server/library/schema.ts";
import { documentOf } from "#server/search/document.ts";
import { noFacts } from "#tests/fixtures/facts.ts";

/** A photo of a library that is made for measuring: its caption and the caption's vector, of length 1. */
export interface MadePhoto {
  text: string;
  vector: Float32Array;
  /** The facts that the file would give; none by default. */
  facts?: Partial<PhotoFacts>;
  thumbhash?: string;
}

export interface MadeLibrary {
  database: Database<Schema>;
  index: PhotoIndex;
  /** The id of the photo with this number. */
  idOf(at: number): string;
  close(): Promise<void>;
}

/** Databases limit how many values one statement takes. */
const atOnce = 400;

/** Ids in no order, since photos that follow one another are not alike. The factor is prime to the modulus. */
export const madeId = (at: number) =>
  `01900000-0000-7000-8000-${String((at * 7_919) % 10_000_019).padStart(12, "0")}`;

/** The hash of an original that is not there. */
export const madeHash = (at: number) => String(at).padStart(64, "0");

/**
 * Makes a library of described photos without files: rows, documents and vectors in the embedded index. It writes
 * some 2,000 photos a second. `of`: the space of the vectors, or whether a model made for searching made them.
 */
export async function makeLibrary(
  folder: string,
  photos: Iterable<MadePhoto>,
  of: boolean | Space,
): Promise<MadeLibrary> {
  const database = await openSqlite<Schema>(join(folder, "glimpse.sqlite"), { durable: false });
  await migrate(database, migrations);
  const index = await createEmbeddedIndex({ folder });
  let made = 0;
  for (const page of pagesOf(photos)) {
    const dimension = page[0]?.vector.length ?? 0;
    const captions = { id: `captions@1:${dimension}`, model: "captions", template: 1, dimension };
    const space = typeof of === "boolean" ? { ...captions, trained: of } : of;
    const some = page.map((photo, at) => ({ ...photo, id: madeId(made + at), at: made + at }));
    made += page.length;
    await database.rows.transaction().execute((rows) => writeRows(rows, some, space));
    const ids = some.map(({ id }) => id);
    const known = await loadKnownPhotos(database.rows, localOwner, ids);
    await index.putDocuments(known.map(documentOf));
    const serving = await createCollections(database).serving();
    if (serving)
      await index.putVectors(
        serving.id,
        space.dimension,
        some.map(({ id, vector }) => ({ photoId: id, vector })),
      );
  }
  await index.markComplete();
  return {
    database,
    index,
    idOf: madeId,
    async close() {
      await index.close();
      await database.close();
    },
  };
}

function* pagesOf(photos: Iterable<MadePhoto>): Generator<MadePhoto[]> {
  let page: MadePhoto[] = [];
  for (const photo of photos) {
    page.push(photo);
    if (page.length < atOnce) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** The first row of each table is written as Glimpse writes it, and copied for the others. */
async function writeRows(rows: Rows, photos: (MadePhoto & { id: string; at: number })[], space: Space) {
  const owner = localOwner;
  await rows
    .insertInto("photos")
    .values(
      photos.map(({ id, at, facts }) => ({
        ...{ id, owner, sha256: madeHash(at), file_name: "", type: "image/jpeg" },
        ...{ extension: "jpg", bytes: 1, status: "indexed" as const, created_at: at },
        sort_at: facts?.takenLocal ? localMs(facts.takenLocal) : at,
      })),
    )
    .execute();
  await rows
    .insertInto("captions")
    .values(photos.map(({ id, text }) => ({ photo_id: id, owner, text, model: "captions", created_at: 1 })))
    .execute();
  const [first, ...others] = photos;
  if (!first) return;
  const looks = { thumbhash: first.thumbhash ?? "", colours: [], brightness: null };
  await writeFacts(rows, owner, first.id, { ...noFacts, ...first.facts }, looks);
  await writeEmbedding(rows, owner, first.id, space, first.vector);
  const facts = await rows
    .selectFrom("photo_facts")
    .selectAll()
    .where("photo_id", "=", first.id)
    .executeTakeFirstOrThrow();
  for (let from = 0; from < others.length; from += 100) {
    const some = others.slice(from, from + 100);
    await rows
      .insertInto("photo_facts")
      .values(some.map((photo) => ({ ...facts, ...columnsOf(photo) })))
      .execute();
    await rows
      .insertInto("embeddings")
      .values(
        some.map(({ id, vector }) => ({
          ...{ photo_id: id, space: space.id, owner },
          ...{ vector: packVector(vector), created_at: 1 },
        })),
      )
      .execute();
  }
}

/** The facts of a made photo that may differ from those of the first. */
function columnsOf({ id, facts, thumbhash }: MadePhoto & { id: string }) {
  const { takenLocal = null, city = null, country = null, model = null } = facts ?? {};
  const { latitude = null, longitude = null } = facts ?? {};
  const columns = { taken_local: takenLocal, city, country, latitude, longitude, model };
  return { photo_id: id, ...columns, thumbhash: thumbhash ?? "" };
}

/** Returns the photo with noise in its vector, for libraries that are larger than what was embedded. */
export function withNoise({ text, vector }: MadePhoto, random: () => number, share = 0.3): MadePhoto {
  const noise = share / Math.sqrt(vector.length);
  const noisy = vector.map((value) => value + noise * (random() * 2 - 1) * Math.sqrt(3));
  const length = Math.sqrt(noisy.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { text, vector: noisy.map((value) => value / length) };
}

/** Draws numbers from 0 up to 1, the same in each run: Lehmer's generator. */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
