import type { Database } from "../engines/database/port.ts";
import { isPlaceEdited } from "./edited.ts";
import { inPages } from "./pages.ts";
import { isShown, localMs } from "./photo-rows.ts";
import type { Schema } from "./schema.ts";

/** Degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** The properties that photos are ordered, grouped and judged by. */
export interface Trait {
  /** Local time as if it were UTC, ms. */
  taken: number | null;
  /** False if only the day, the month or the year is known. */
  isMoment: boolean;
  /** False if only the month or the year is known. */
  isDay: boolean;
  thumbhash: string | null;
  width: number | null;
  height: number | null;
  /** Stars. */
  rating: number | null;
  favourite: boolean;
}

/** Reads a little about very many photos, without all that is known of each. */
export interface Traits {
  /** Returns the time that "newest" sorts by, for the photos that are shown. */
  sortTimes(owner: string, ids: string[]): Promise<Map<string, number>>;
  /** Returns the time that "newest" sorts by of one photo, removed or not; null if it is gone for good. */
  sortTime(owner: string, id: string): Promise<number | null>;
  /** Returns photos that were removed, or became parts of others, but may still be in the index. */
  leaving(owner: string): Promise<Set<string>>;
  /** Counts the shown photos that have no picture and no caption, so that no model will ever describe them. */
  beyondDescribing(owner: string): Promise<number>;
  /** Returns where photos were taken; photos that do not say are not in the map. */
  positions(owner: string, ids: string[]): Promise<Map<string, Position>>;
  /** Returns the traits of photos; only prepared photos are in the map. */
  traits(owner: string, ids: string[]): Promise<Map<string, Trait>>;
}

/** Counts the photos whose date is a guess that no person has put right. */
export async function guessedDates(
  { rows }: Database<Schema>,
  owner: string,
  ids: string[],
): Promise<number> {
  const guessed = await inPages(ids, (page) =>
    rows
      .selectFrom("photo_facts as facts")
      .leftJoin("photo_edits as edits", "edits.photo_id", "facts.photo_id")
      .select("facts.photo_id")
      .where("facts.owner", "=", owner)
      .where("facts.photo_id", "in", page)
      .where("facts.taken_from", "in", ["name", "change"])
      .where("edits.taken_local", "is", null)
      .execute(),
  );
  return guessed.length;
}

export function createTraits({ rows }: Database<Schema>): Traits {
  return {
    async sortTimes(owner, ids) {
      const found = await inPages(ids, (page) =>
        rows
          .selectFrom("photos")
          .select(["id", "sort_at", "deleted_at", "role", "owner as of"])
          // We check the owner below and not in the statement. SQLite has no statistics, and would look
          // through all photos of the owner for each page.
          .where("id", "in", page)
          .execute(),
      );
      const there = found.filter((photo) => photo.of === owner && isShown(photo));
      return new Map(there.map(({ id, sort_at }) => [id, Number(sort_at)]));
    },

    async sortTime(owner, id) {
      const row = await rows
        .selectFrom("photos")
        .select(["sort_at", "owner"])
        .where("id", "=", id)
        .executeTakeFirst();
      return row?.owner === owner ? Number(row.sort_at) : null;
    },

    async leaving(owner) {
      // A cross join, because SQLite then begins with the jobs of the index. These are few; parts may be very many.
      const hidden = await rows
        .selectFrom("jobs")
        .crossJoin("photos")
        .select("photos.id")
        .where("jobs.stage", "=", "index")
        .whereRef("photos.id", "=", "jobs.photo_id")
        .where("photos.owner", "=", owner)
        .where(({ or, eb }) =>
          or([eb("photos.deleted_at", "is not", null), eb("photos.role", "is not", null)]),
        )
        .execute();
      return new Set(hidden.map(({ id }) => id));
    },

    async beyondDescribing(owner) {
      const row = await rows
        .selectFrom("photo_facts as facts")
        .innerJoin("photos", "photos.id", "facts.photo_id")
        .leftJoin("captions", "captions.photo_id", "facts.photo_id")
        .leftJoin("photo_edits as edits", "edits.photo_id", "facts.photo_id")
        .select(({ fn }) => fn.countAll().as("count"))
        .where("facts.owner", "=", owner)
        // An index holds the few facts that meet this condition (`migrations/0024-unseen.ts`).
        .where("facts.thumbhash", "is", null)
        .where("captions.photo_id", "is", null)
        .where("edits.caption", "is", null)
        .where("photos.deleted_at", "is", null)
        .where("photos.role", "is", null)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    async positions(owner, ids) {
      const of = (table: "photo_facts" | "photo_edits") =>
        inPages(ids, (page) =>
          rows
            .selectFrom(table)
            .select(["photo_id", "latitude", "longitude", "city", "country"])
            .where("owner", "=", owner)
            .where("photo_id", "in", page)
            .execute(),
        );
      const found = new Map((await of("photo_facts")).map((row) => [row.photo_id, row]));
      for (const row of await of("photo_edits")) {
        if (isPlaceEdited(row)) found.set(row.photo_id, row);
      }
      return new Map(
        Array.from(found.values()).flatMap(({ photo_id, latitude, longitude }) =>
          latitude === null || longitude === null ? [] : [[photo_id, { latitude, longitude }] as const],
        ),
      );
    },

    async traits(owner, ids) {
      const found = await inPages(ids, (page) =>
        rows
          .selectFrom("photo_facts as facts")
          .leftJoin("photo_edits as edits", "edits.photo_id", "facts.photo_id")
          .select(["facts.photo_id", "facts.thumbhash", "facts.width", "facts.height"])
          .select(["facts.taken_precision", "edits.taken_local as edited", "edits.taken_precision as said"])
          .select(({ fn }) => [
            fn.coalesce("edits.taken_local", "facts.taken_local").as("taken_local"),
            fn.coalesce("edits.rating", "facts.rating").as("rating"),
          ])
          .select("edits.favourite")
          .where("facts.owner", "=", owner)
          .where("facts.photo_id", "in", page)
          .execute(),
      );
      return new Map(
        found.map(({ photo_id, taken_local, favourite, taken_precision, edited, said, ...trait }) => {
          const precision = (edited === null ? taken_precision : said) ?? "moment";
          return [
            photo_id,
            {
              ...trait,
              taken: taken_local ? localMs(taken_local) : null,
              isMoment: precision === "moment",
              isDay: precision !== "month" && precision !== "year",
              favourite: favourite === 1,
            },
          ];
        }),
      );
    },
  };
}
