import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import { inPages } from "./pages.ts";
import { isShown, loadKnownPhotos } from "./photo-rows.ts";
import { placeThatHolds } from "./place-columns.ts";
import type { Schema } from "./schema.ts";
import { shapesInOrder } from "./shape.ts";
import { type ShelfPhoto, toShelfPhoto } from "./shelf-photo.ts";

/** A stretch of a shelf under one heading. A grid is laid out from all sections before any photo is loaded. */
export interface ShelfSection {
  /** "2024-07"; "2024" if only the year is known; "undated"; in the bin the day of the removal, "2024-07-14". */
  key: string;
  /** Day of the month (0 if it is unknown) and number of photos, in turn. */
  days: number[];
  /** The shape of each photo, one sign each (`library/shape`). */
  shapes: string;
}

export interface ShelfPage {
  section: string;
  /** The place in the section at which the page begins. */
  from: number;
  limit: number;
}

/** The first and the last day, such as "2024-05-03", both included. */
export interface DaySpan {
  from: string;
  to: string;
}

/** Shows photos in the order of their days, and what lies in the bin in the order of its removal. */
export interface ShelfRows {
  /**
   * All photos that are not removed, the newest first, those without a date last, or only those of
   * some days. Reads an index only.
   */
  months(owner: string, within?: DaySpan): Promise<ShelfSection[]>;
  /** The photos in the bin, those that were removed last first. */
  bin(owner: string): Promise<ShelfSection[]>;
  monthPage(owner: string, page: ShelfPage, within?: DaySpan): Promise<ShelfPhoto[]>;
  binPage(owner: string, page: ShelfPage): Promise<ShelfPhoto[]>;
  /** The shapes of photos that are not removed, in the order of the ids. */
  shapes(owner: string, ids: string[]): Promise<string>;
  /** The photos that are not removed, in the order of the ids. */
  photos(owner: string, ids: string[]): Promise<ShelfPhoto[]>;
  /** The places with most photos of a month, at most this many. */
  placesOf(owner: string, month: string, most: number): Promise<string[]>;
}

const day = 86_400_000;

/** Returns the numbers of days that a month reaches from and to; null if there is no such section. */
export function daysOfMonth(key: string): [first: number, last: number] | null {
  if (key === "undated") return [0, 0];
  const [, year = "", month] = /^(\d{4})(?:-(\d{2}))?$/.exec(key) ?? [];
  if (year === "") return null;
  const first = Number(year) * 10_000 + Number(month ?? 0) * 100;
  return [first, month ? first + 99 : first];
}

const numbersOf = ({ from, to }: DaySpan): [number, number] => [
  Number(from.replaceAll("-", "")),
  Number(to.replaceAll("-", "")),
];

function monthOfDay(number: number): string {
  if (number === 0) return "undated";
  const year = String(Math.floor(number / 10_000)).padStart(4, "0");
  const month = Math.floor(number / 100) % 100;
  return month === 0 ? year : `${year}-${String(month).padStart(2, "0")}`;
}

export function createShelfRows({ rows }: Database<Schema>): ShelfRows {
  /** Loads photos in the order of the ids, those in the bin or those that are not removed. */
  async function load(owner: string, ids: string[], isInBin: boolean): Promise<ShelfPhoto[]> {
    const known = await inPages(ids, (page) => loadKnownPhotos(rows, owner, page));
    const found = new Map(known.map((each) => [each.photo.id, each]));
    return ids.flatMap((id) => {
      const each = found.get(id);
      return each?.photo.role === null && (each.photo.deleted_at !== null) === isInBin
        ? [toShelfPhoto(each)]
        : [];
    });
  }

  const ofMonth = (owner: string, [first, last]: [number, number]) =>
    rows
      .selectFrom("photos")
      .where("photos.owner", "=", owner)
      .where("photos.deleted_at", "is", null)
      .where("photos.role", "is", null)
      .where("photos.taken_day", ">=", first)
      .where("photos.taken_day", "<=", last);

  return {
    async months(owner, within) {
      const [first, last] = within ? numbersOf(within) : [0, 99_999_999];
      const days = await rows
        .selectFrom("photos")
        .select(["taken_day", shapesInOrder(sql`photos.sort_at desc, photos.id desc`).as("shapes")])
        .where("owner", "=", owner)
        .where("deleted_at", "is", null)
        .where("role", "is", null)
        .where("taken_day", ">=", first)
        .where("taken_day", "<=", last)
        .groupBy("taken_day")
        .orderBy("taken_day", "desc")
        .execute();
      const sections: ShelfSection[] = [];
      for (const { taken_day, shapes } of days) {
        const key = monthOfDay(Number(taken_day));
        let section = sections.at(-1);
        if (section?.key !== key) {
          section = { key, days: [], shapes: "" };
          sections.push(section);
        }
        section.days.push(Number(taken_day) % 100, shapes.length);
        section.shapes += shapes;
      }
      return sections;
    },

    async bin(owner) {
      const found = await rows
        .selectFrom("photos")
        .select(["deleted_at", "shape"])
        .where("owner", "=", owner)
        .where("deleted_at", ">", 0)
        .where("role", "is", null)
        .orderBy("deleted_at", "desc")
        .orderBy("id", "desc")
        .execute();
      const days = Map.groupBy(found, ({ deleted_at }) =>
        new Date(Number(deleted_at)).toISOString().slice(0, 10),
      );
      return Array.from(days, ([key, removed]) => ({
        key,
        days: [0, removed.length],
        shapes: removed.map(({ shape }) => shape).join(""),
      }));
    },

    async monthPage(owner, { section, from, limit }, within) {
      const month = daysOfMonth(section);
      if (!month) return [];
      const [first, last] = within ? numbersOf(within) : month;
      const found = await ofMonth(owner, [Math.max(month[0], first), Math.min(month[1], last)])
        .select("photos.id")
        .orderBy("photos.taken_day", "desc")
        .orderBy("photos.sort_at", "desc")
        .orderBy("photos.id", "desc")
        .offset(from)
        .limit(limit)
        .execute();
      return load(
        owner,
        found.map(({ id }) => id),
        false,
      );
    },

    async binPage(owner, { section, from, limit }) {
      const begin = Date.parse(`${section}T00:00:00Z`);
      if (Number.isNaN(begin)) return [];
      const found = await rows
        .selectFrom("photos")
        .select("id")
        .where("owner", "=", owner)
        .where("role", "is", null)
        .where("deleted_at", ">=", Math.max(1, begin))
        .where("deleted_at", "<", begin + day)
        .orderBy("deleted_at", "desc")
        .orderBy("id", "desc")
        .offset(from)
        .limit(limit)
        .execute();
      return load(
        owner,
        found.map(({ id }) => id),
        true,
      );
    },

    async shapes(owner, ids) {
      const found = await inPages(ids, (page) =>
        // The owner is checked below, because SQLite would look through all of the owner's photos for each page.
        rows
          .selectFrom("photos")
          .select(["id", "owner", "deleted_at", "role", "shape"])
          .where("id", "in", page)
          .execute(),
      );
      const there = new Map(
        found.filter((photo) => photo.owner === owner && isShown(photo)).map(({ id, shape }) => [id, shape]),
      );
      return ids.map((id) => there.get(id) ?? "").join("");
    },

    photos: (owner, ids) => load(owner, ids, false),

    async placesOf(owner, month, most) {
      const reach = daysOfMonth(month);
      if (!reach) return [];
      const said = (column: "city" | "region" | "country") => sql`nullif(${placeThatHolds(column)}, '')`;
      const name = sql<string | null>`coalesce(${said("city")}, ${said("region")}, ${said("country")})`;
      const found = await ofMonth(owner, reach)
        .leftJoin("photo_facts as facts", "facts.photo_id", "photos.id")
        .leftJoin("photo_edits as edits", "edits.photo_id", "photos.id")
        .select([name.as("place"), sql<number>`count(*)`.as("count")])
        .groupBy(name)
        .orderBy(sql`count(*)`, "desc")
        .orderBy("place")
        .limit(most + 1)
        .execute();
      return found.flatMap(({ place }) => place ?? []).slice(0, most);
    },
  };
}
