import { distance, kmPerDegree, radian } from "../earth.ts";
import type { Towns } from "./towns.ts";

export interface NearTown {
  town: number;
  km: number;
}

/** Finds the towns around a point. */
export interface Grid {
  /** Returns all towns within `km`, in no particular order. */
  within(latitude: number, longitude: number, km: number): NearTown[];
}

/** Sorts the towns into squares of one degree. */
export function createGrid({
  count,
  latitudes,
  longitudes,
}: Pick<Towns, "count" | "latitudes" | "longitudes">): Grid {
  const row = (latitude: number) => Math.min(179, Math.max(0, Math.floor(latitude + 90)));
  const column = (longitude: number) => (((Math.floor(longitude) + 180) % 360) + 360) % 360;
  const squareOf = (town: number) =>
    row(latitudes[town] as number) * 360 + column(longitudes[town] as number);
  const ends = new Uint32Array(180 * 360 + 1);
  for (let town = 0; town < count; town++) (ends[squareOf(town) + 1] as number)++;
  for (let square = 1; square < ends.length; square++) {
    (ends[square] as number) += ends[square - 1] as number;
  }
  const towns = new Uint32Array(count);
  const filled = ends.slice();
  for (let town = 0; town < count; town++) towns[(filled[squareOf(town)] as number)++] = town;

  return {
    within(latitude, longitude, km) {
      const found: NearTown[] = [];
      const high = km / kmPerDegree;
      const widest = Math.max(Math.abs(latitude - high), Math.abs(latitude + high));
      const wide = widest >= 89 ? 180 : Math.min(180, high / Math.cos(widest * radian));
      const first = Math.floor(longitude - wide);
      const columns = Math.min(360, Math.floor(longitude + wide) - first + 1);
      for (let y = row(latitude - high); y <= row(latitude + high); y++) {
        for (let step = 0; step < columns; step++) {
          const square = y * 360 + column(first + step);
          for (let at = ends[square] as number; at < (ends[square + 1] as number); at++) {
            const town = towns[at] as number;
            const away = distance(latitude, longitude, latitudes[town] as number, longitudes[town] as number);
            if (away <= km) found.push({ town, km: away });
          }
        }
      }
      return found;
    },
  };
}
