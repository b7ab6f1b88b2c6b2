import type { AlbumRows } from "../library/album-rows.ts";
import type { TripRows } from "../library/trip-rows.ts";
import { dayMs } from "./reading/stretch.ts";
import type { KnownTrip, ReadingContext } from "./reading/types.ts";

/** Returns a function that reads the albums and trips of an owner, so that questions can name them. */
export function albumsAndTripsOf(albums: Pick<AlbumRows, "list">, trips: Pick<TripRows, "list">) {
  return async (owner: string): Promise<Pick<ReadingContext, "albums" | "trips">> => {
    const [named, found] = await Promise.all([albums.list(owner), trips.list(owner)]);
    return {
      albums: named.map(({ id, name }) => ({ id, name })),
      trips: found.map(({ from, to, place, places }): KnownTrip => {
        const start = Date.parse(`${from}T00:00:00Z`);
        return { start, end: Date.parse(`${to}T00:00:00Z`) + dayMs, place, places };
      }),
    };
  };
}
