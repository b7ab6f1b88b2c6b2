import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import { AppError } from "../errors.ts";
import { libraryTime } from "./clock.ts";
import { newId } from "./ids.ts";
import { inPages } from "./pages.ts";
import { createPassingSets, type PackedSet } from "./passing-sets.ts";
import { isShown } from "./photo-rows.ts";
import type { Schema } from "./schema.ts";

export interface RankedHit {
  photoId: string;
  score: number;
  /** Cosine; null where no vector took part. */
  similarity: number | null;
  /** Bit n is set where the photo is known to have the n-th concept of the question by its vector only. */
  near?: number;
  /** Near-duplicates folded into this hit. */
  more: string[];
}

/** A hit with its place in the ranking as it was stored; the places of removed photos stay empty. */
export interface PlacedHit extends RankedHit {
  place: number;
}

/** The facts about the words of a question that its answer can tell. */
export interface WordsFound {
  /** Each concept that photos must have, and how many photos have it under the filters. */
  counts: { words: string; photos: number }[];
  /** Words that neither the lexicon nor any photo knows. */
  unused: string[];
  /** How many photos lack something of the question. */
  weaker: number;
  /** How many photos a model has described, of how many; null where all are. */
  described: { photos: number; of: number } | null;
}

export interface ResultSet<Plan> {
  id: string;
  plan: Plan;
  /** Number of all photos that were found and are still there; `hits` may hold only the first of very many. */
  total: number;
  /** How many of the photos that were found have been removed since. */
  removed: number;
  hits: PlacedHit[];
  /** Null if no words were searched. */
  found: WordsFound | null;
}

export interface NewResultSet<Plan> extends Omit<ResultSet<Plan>, "id" | "removed" | "hits"> {
  hits: RankedHit[];
  /** True if a turn will refer to it. Other sets stay in the memory of this process for a short time. */
  lasting: boolean;
}

/** Stores rankings, so that the pages of an answer stay the same while photos come and go. */
export interface ResultSets<Plan> {
  save(owner: string, set: NewResultSet<Plan>): Promise<ResultSet<Plan>>;
  /** Returns the part of it that is still in the library; null if it was forgotten. */
  find(owner: string, id: string): Promise<ResultSet<Plan> | null>;
  /** As `find`, but throws AppError NOT_FOUND when it was forgotten. */
  load(owner: string, id: string): Promise<ResultSet<Plan>>;
}

/**
 * Bytes of one photo: 16 for its id, then score and similarity as float32, and the bits of `near`. A photo without
 * a score is folded into the one before. Packed hits begin with `mark`; those of earlier versions have neither
 * mark nor bits.
 */
const hitBytes = 28;
const earlierHitBytes = 24;
const mark = "hit2";

/** `readPlan` checks a stored plan. */
export function createResultSets<Plan>(
  { rows }: Database<Schema>,
  readPlan: (stored: unknown) => Plan,
): ResultSets<Plan> {
  const passing = createPassingSets();

  /**
   * Deletes the sets of queries that earlier versions wrote into the rows. It skips those that another process is
   * deleting now.
   */
  async function forgetExpired(now: number): Promise<void> {
    const expired = rows.selectFrom("result_sets").select("id").where("expires_at", "<", now);
    await rows.deleteFrom("result_sets").where("id", "in", expired.forUpdate().skipLocked()).execute();
  }

  /** Returns which of the photos are in the library. */
  async function stillThere(owner: string, ids: string[]): Promise<Set<string>> {
    const found = await inPages(ids, (page) =>
      // The owner is checked below, because SQLite would look through all of the owner's photos for each page.
      rows
        .selectFrom("photos")
        .select(["id", "owner", "deleted_at", "role"])
        .where("id", "in", page)
        .execute(),
    );
    return new Set(found.filter((photo) => photo.owner === owner && isShown(photo)).map(({ id }) => id));
  }

  async function find(owner: string, id: string): Promise<ResultSet<Plan> | null> {
    const row = passing.find(owner, id) ?? (await lasting(owner, id));
    if (!row) return null;
    const stored = unpackHits(row.hits);
    const ids = stored.flatMap(photosOf);
    const there = await stillThere(owner, ids);
    const removed = ids.length - there.size;
    const total = row.total - removed;
    // All photos were removed, so the counts of the search no longer explain the empty answer.
    const found = total === 0 && removed > 0 ? null : row.found;
    return {
      id,
      plan: readPlan(JSON.parse(row.plan)),
      total,
      removed,
      hits: removed === 0 ? stored.map((hit, place) => ({ ...hit, place })) : leftOf(stored, there),
      found: found === null ? null : (JSON.parse(found) as WordsFound),
    };
  }

  const lasting = (owner: string, id: string): Promise<PackedSet | undefined> =>
    rows
      .selectFrom("result_sets")
      .select(["plan", "total", "hits", "found"])
      .where("owner", "=", owner)
      .where("id", "=", id)
      .where(sql<boolean>`coalesce(expires_at, ${Number.MAX_SAFE_INTEGER}) > ${libraryTime()}`)
      .executeTakeFirst();

  return {
    find,

    async save(owner, { plan, hits, total, found, lasting }) {
      const id = newId();
      const packed: PackedSet = {
        plan: JSON.stringify(plan),
        total,
        hits: packHits(hits),
        found: found && JSON.stringify(found),
      };
      if (lasting) {
        const now = libraryTime();
        await forgetExpired(now);
        await rows
          .insertInto("result_sets")
          .values({ id, owner, ...packed, expires_at: null, created_at: now })
          .execute();
      } else passing.keep(owner, id, packed);
      return { id, plan, total, removed: 0, hits: hits.map((hit, place) => ({ ...hit, place })), found };
    },

    async load(owner, id) {
      const set = await find(owner, id);
      if (!set) throw new AppError("NOT_FOUND", "These results were forgotten; ask again.");
      return set;
    },
  };
}

const photosOf = ({ photoId, more }: RankedHit): string[] => [photoId, ...more];

/** Leaves out the photos that are gone; the first near-duplicate takes the place of a photo that led it. */
function leftOf(hits: RankedHit[], there: ReadonlySet<string>): PlacedHit[] {
  return hits.flatMap((hit, place) => {
    const [photoId, ...more] = photosOf(hit).filter((id) => there.has(id));
    if (photoId === undefined) return [];
    return [{ ...hit, photoId, more, place, similarity: photoId === hit.photoId ? hit.similarity : null }];
  });
}

function packHits(hits: RankedHit[]): Uint8Array {
  const photos = hits.flatMap(({ more, ...hit }): Omit<RankedHit, "more">[] => [
    hit,
    ...more.map((photoId) => ({ photoId, score: Number.NaN, similarity: null })),
  ]);
  const bytes = Buffer.alloc(mark.length + photos.length * hitBytes);
  bytes.write(mark);
  photos.forEach(({ photoId, score, similarity, near }, index) => {
    const at = mark.length + index * hitBytes;
    bytes.write(photoId.replaceAll("-", ""), at, "hex");
    bytes.writeFloatLE(score, at + 16);
    bytes.writeFloatLE(similarity ?? Number.NaN, at + 20);
    bytes.writeUInt32LE(near ?? 0, at + 24);
  });
  return bytes;
}

function unpackHits(packed: Uint8Array): RankedHit[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const isMarked =
    bytes.toString("latin1", 0, mark.length) === mark && bytes.length % hitBytes === mark.length;
  const [begin, size] = isMarked ? [mark.length, hitBytes] : [0, earlierHitBytes];
  const hits: RankedHit[] = [];
  for (let at = begin; at < bytes.length; at += size) {
    const hex = bytes.toString("hex", at, at + 16);
    const photoId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    const score = bytes.readFloatLE(at + 16);
    const similarity = bytes.readFloatLE(at + 20);
    const near = isMarked ? bytes.readUInt32LE(at + 24) : 0;
    if (Number.isNaN(score)) hits.at(-1)?.more.push(photoId);
    else
      hits.push({ photoId, score, similarity: Number.isNaN(similarity) ? null : similarity, near, more: [] });
  }
  return hits;
}
