import { type Selectable, sql } from "kysely";
import { lock } from "../engines/database/lock.ts";
import type { Database } from "../engines/database/port.ts";
import { AppError } from "../errors.ts";
import type { TripsTable } from "./albums-and-trips-schema.ts";
import { type FoundTrip, findTrips, type PlacedDay } from "./find-trips.ts";
import { newId } from "./ids.ts";
import { haveNamesChanged, type NamesState, namesState } from "./photo-names.ts";
import { placeThatHolds } from "./place-columns.ts";
import type { Rows, Schema } from "./schema.ts";

/** A journey that was found in the library (`findTrips`). All photos of its days belong to it. */
export interface Trip {
  id: string;
  /** Its first and last day, "2024-05-03". */
  from: string;
  to: string;
  /** The place in its name; null if its places have no names. */
  place: string | null;
  /** The names of its places, those with most photos first. */
  places: string[];
}

export interface CountedTrip extends Trip {
  photos: number;
  /** The photo that stands for it: a favourite, or the best rated, or the first one. */
  cover: string | null;
}

export interface TripRows {
  /** All trips, the newest first. */
  list(owner: string): Promise<Trip[]>;
  /** The newest trips that have photos, with these counted. */
  counted(owner: string, most: number): Promise<CountedTrip[]>;
  /** Throws NOT_FOUND. */
  get(owner: string, id: string): Promise<CountedTrip>;
  /**
   * Finds the trips anew if photos have changed since it last did, and says whether it has. A trip that is still there
   * keeps its id, also if it has got longer or another name.
   */
  renew(owner: string): Promise<boolean>;
}

const day = 86_400_000;
/** Raise it when trips are found in another way; all libraries are then looked through again. */
const version = 1;
/**
 * A degree is divided into this many steps; the photos of a day within one step count as one place, some ten kilometres
 * wide.
 */
const steps = 10;

export function createTripRows({ rows }: Database<Schema>): TripRows {
  async function withPhotos(owner: string, trip: Trip): Promise<CountedTrip> {
    const of = rows
      .selectFrom("photos")
      .where("photos.owner", "=", owner)
      .where("photos.deleted_at", "is", null)
      .where("photos.role", "is", null)
      .where("photos.taken_day", ">=", dayNumber(trip.from))
      .where("photos.taken_day", "<=", dayNumber(trip.to));
    const { photos } = await of.select(({ fn }) => fn.countAll().as("photos")).executeTakeFirstOrThrow();
    const cover = await of
      .leftJoin("photo_edits as edits", "edits.photo_id", "photos.id")
      .leftJoin("photo_facts as facts", "facts.photo_id", "photos.id")
      .select("photos.id")
      .orderBy(sql`coalesce(edits.favourite, 0)`, "desc")
      .orderBy(sql`coalesce(edits.rating, facts.rating, 0)`, "desc")
      .orderBy("photos.sort_at")
      .orderBy("photos.id")
      .limit(1)
      .executeTakeFirst();
    return { ...trip, photos: Number(photos), cover: cover?.id ?? null };
  }

  async function list(owner: string): Promise<Trip[]> {
    const found = await rows
      .selectFrom("trips")
      .selectAll()
      .where("owner", "=", owner)
      .orderBy("first_day", "desc")
      .execute();
    return found.map(toTrip);
  }

  return {
    list,

    async counted(owner, most) {
      const trips = (await list(owner)).slice(0, most);
      const counted = await Promise.all(trips.map((trip) => withPhotos(owner, trip)));
      return counted.filter(({ photos }) => photos > 0);
    },

    async get(owner, id) {
      const found = await rows
        .selectFrom("trips")
        .selectAll()
        .where("id", "=", id)
        .where("owner", "=", owner)
        .executeTakeFirst();
      if (!found) throw new AppError("NOT_FOUND", "There is no such trip.");
      return withPhotos(owner, toTrip(found));
    },

    async renew(owner) {
      const now = await namesState(rows, owner);
      const before = await lastState(rows, owner);
      if (before && before.version === version && !(await haveNamesChanged(rows, owner, before, now)))
        return false;
      const found = findTrips(await placedDays(rows, owner));
      await rows.transaction().execute(async (transaction) => {
        await lock(transaction, `trips ${owner}`);
        await write(transaction, owner, found);
        const state = JSON.stringify({ ...now, version });
        await transaction
          .insertInto("trips_read")
          .values({ owner, state })
          .onConflict((conflict) => conflict.column("owner").doUpdateSet({ state }))
          .execute();
      });
      return true;
    },
  };
}

async function lastState(rows: Rows, owner: string): Promise<(NamesState & { version: number }) | null> {
  const found = await rows
    .selectFrom("trips_read")
    .select("state")
    .where("owner", "=", owner)
    .executeTakeFirst();
  return found ? JSON.parse(found.state) : null;
}

/** Writes only the trips that have changed. */
async function write(transaction: Rows, owner: string, found: FoundTrip[]): Promise<void> {
  const had = await transaction.selectFrom("trips").selectAll().where("owner", "=", owner).execute();
  const left = new Set(had);
  for (const trip of found) {
    const columns = {
      first_day: dayNumber(isoOf(trip.first)),
      last_day: dayNumber(isoOf(trip.last)),
      place: trip.place,
      places: JSON.stringify(trip.places),
    };
    const same = [...left].find(
      ({ first_day, last_day }) => first_day <= columns.last_day && last_day >= columns.first_day,
    );
    if (!same) {
      await transaction
        .insertInto("trips")
        .values({ id: newId(), owner, ...columns })
        .execute();
      continue;
    }
    left.delete(same);
    const isSame =
      same.first_day === columns.first_day &&
      same.last_day === columns.last_day &&
      same.place === columns.place &&
      same.places === columns.places;
    if (!isSame) await transaction.updateTable("trips").set(columns).where("id", "=", same.id).execute();
  }
  for (const { id } of left) await transaction.deleteFrom("trips").where("id", "=", id).execute();
}

/** Adds up the photos that have a day and a place; what a person says of a place goes before what the file says. */
async function placedDays(rows: Rows, owner: string): Promise<PlacedDay[]> {
  const points = rows
    .selectFrom("photos")
    .innerJoin("photo_facts as facts", "facts.photo_id", "photos.id")
    .leftJoin("photo_edits as edits", "edits.photo_id", "photos.id")
    .select("photos.taken_day as day")
    .select([
      placeThatHolds("latitude").as("latitude"),
      placeThatHolds("longitude").as("longitude"),
      placeThatHolds("city").as("city"),
      placeThatHolds("region").as("region"),
      placeThatHolds("country").as("country"),
    ])
    .where("photos.owner", "=", owner)
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null)
    .where("photos.taken_day", ">", 0)
    .as("points");
  const row = sql<number>`floor(points.latitude * ${sql.lit(steps)})`;
  const column = sql<number>`floor(points.longitude * ${sql.lit(steps)})`;
  const found = await rows
    .selectFrom(points)
    .select(["day", "city", "region", "country"])
    .select([
      sql<number>`avg(points.latitude)`.as("latitude"),
      sql<number>`avg(points.longitude)`.as("longitude"),
      sql<number>`count(*)`.as("photos"),
    ])
    .where("points.latitude", "is not", null)
    .where("points.longitude", "is not", null)
    .groupBy(["day", "city", "region", "country", row, column])
    .execute();
  return found.flatMap(({ day: number, ...place }) => {
    // If its day or month is 0, only the month or the year is known.
    const at = Date.parse(`${isoOfNumber(Number(number))}T00:00:00Z`) / day;
    const numbers = {
      latitude: Number(place.latitude),
      longitude: Number(place.longitude),
      photos: Number(place.photos),
    };
    return Number.isNaN(at) ? [] : [{ ...place, ...numbers, day: at }];
  });
}

const isoOf = (days: number) => new Date(days * day).toISOString().slice(0, 10);
const dayNumber = (iso: string) => Number(iso.replaceAll("-", ""));
function isoOfNumber(number: number): string {
  const digits = String(number).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function toTrip({ id, first_day, last_day, place, places }: Selectable<TripsTable>): Trip {
  return { id, from: isoOfNumber(first_day), to: isoOfNumber(last_day), place, places: JSON.parse(places) };
}
