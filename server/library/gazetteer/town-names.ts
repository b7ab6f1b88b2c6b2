import { radian } from "../earth.ts";
import { countryName } from "./countries.ts";
import { nameKey, townKeys, withoutDigraphs } from "./names.ts";
import type { Region, Towns } from "./towns.ts";

export interface Located {
  name: string;
  kind: "city" | "region" | "country";
  /** Degrees; for a region or country, the middle of its people. */
  latitude: number;
  longitude: number;
  /** English. */
  country: string;
  countryCode: string;
  /** For a region or country, the sum over its towns. */
  population: number;
}

/** Finds towns, regions and countries by their names. */
export interface TownNames {
  find(name: string): Located[];
  /** Returns null if GeoNames has no town in the country. */
  country(code: string): Located | null;
}

/** Folds all names once, which takes some 100 ms. */
export function createTownNames(towns: Towns): TownNames {
  const townsByKey = hashTowns(towns);
  const regionsByKey = new Map<string, Region[]>();
  for (const region of towns.regions) {
    const key = nameKey(region.name);
    regionsByKey.set(key, [...(regionsByKey.get(key) ?? []), region]);
  }
  const middles = createMiddles(towns);

  function withKey(key: string): Located[] {
    const found = townsByKey(key).map((town) =>
      located(towns.nameOf(town), "city", towns.countryOf(town), {
        latitude: towns.latitudes[town] as number,
        longitude: towns.longitudes[town] as number,
        population: towns.populations[town] as number,
      }),
    );
    const regions = (regionsByKey.get(key) ?? []).map((region) =>
      located(region.name, "region", region.countryCode, middles.get(region)),
    );
    return [...found, ...regions].filter((each) => each !== null);
  }

  return {
    find(name) {
      const found = townKeys(name).flatMap(withKey);
      const short = found.length > 0 ? null : withoutDigraphs(nameKey(name));
      return short === null ? found : townKeys(short).flatMap(withKey);
    },
    country: (code) => located(countryName(code) ?? "", "country", code, middles.get(code)),
  };
}

interface Middle {
  latitude: number;
  longitude: number;
  population: number;
}

function located(
  name: string,
  kind: Located["kind"],
  countryCode: string,
  middle: Middle | null,
): Located | null {
  const country = countryName(countryCode);
  return middle && country !== null ? { name, kind, ...middle, country, countryCode } : null;
}

/**
 * Returns a lookup of town numbers by the key of their name. It keeps sorted hashes, because a Map of 135,000
 * strings would take ten times the room.
 */
function hashTowns(towns: Towns): (key: string) => number[] {
  const pairs = new Float64Array(towns.count);
  const room = 2 ** 20;
  for (let town = 0; town < towns.count; town++)
    pairs[town] = hash(nameKey(towns.nameOf(town))) * room + town;
  pairs.sort();
  return (key) => {
    const wanted = hash(key);
    let low = 0;
    for (let high = pairs.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((pairs[middle] as number) < wanted * room) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; low < pairs.length && (pairs[low] as number) < (wanted + 1) * room; low++) {
      const town = (pairs[low] as number) % room;
      if (nameKey(towns.nameOf(town)) === key) found.push(town);
    }
    return found;
  };
}

/** FNV-1a, 32 bits. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/**
 * Computes where the people of a region or country live on average. It does so on the globe, so that Fiji is
 * not in Africa.
 */
function createMiddles(towns: Towns) {
  const sums = new Map<Region | string, [x: number, y: number, z: number, people: number]>();
  for (let town = 0; town < towns.count; town++) {
    if (towns.isPart(town)) continue;
    const people = Math.max(1, towns.populations[town] as number);
    const north = (towns.latitudes[town] as number) * radian;
    const east = (towns.longitudes[town] as number) * radian;
    for (const area of [towns.regionOf(town), towns.countryOf(town)]) {
      if (area === null) continue;
      const sum = sums.get(area) ?? [0, 0, 0, 0];
      sum[0] += people * Math.cos(north) * Math.cos(east);
      sum[1] += people * Math.cos(north) * Math.sin(east);
      sum[2] += people * Math.sin(north);
      sum[3] += people;
      sums.set(area, sum);
    }
  }
  return {
    get(area: Region | string): Middle | null {
      const sum = sums.get(area);
      if (!sum) return null;
      const [x, y, z, population] = sum;
      return {
        latitude: Math.atan2(z, Math.hypot(x, y)) / radian,
        longitude: Math.atan2(y, x) / radian,
        population,
      };
    },
  };
}
