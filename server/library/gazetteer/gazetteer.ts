import { createRequire } from "node:module";
import { countryCodeOf, countryName } from "./countries.ts";
import { createGrid, type Grid, type NearTown } from "./grid.ts";
import { createTownNames, type Located, type TownNames } from "./town-names.ts";
import { readTowns, type Towns } from "./towns.ts";

/** The place of a photo in GeoNames' names: mostly English ("Munich"), sometimes the place's own ("Köln"). */
export interface Place {
  /** Null if no town is near. */
  city: string | null;
  region: string | null;
  /** English. */
  country: string;
  /** ISO 3166-1, two letters. */
  countryCode: string;
}

/**
 * Finds the world's towns, regions and countries offline. The first call reads the data: some 150 ms, 25 MB.
 */
export interface Gazetteer {
  /** Takes degrees. Returns null at sea, and far from any town. */
  placeOf(latitude: number, longitude: number): Place | null;
  /**
   * Returns all places with this name in English, German or the local language, the most populous first; at
   * most 20.
   */
  locate(name: string): Located[];
  /** Returns the most populous towns of a part of the map, without parts of towns. `west` may exceed `east`. */
  townsIn(part: { west: number; south: number; east: number; north: number }, limit: number): Town[];
}

export interface Town {
  name: string;
  /** Degrees. */
  latitude: number;
  longitude: number;
  population: number;
}

/** A photo farther than this from the edge of a town is not in the town. */
const edgeKm = 10;
/** A photo at sea belongs to the coast if a town is within this distance. */
const coastKm = 25;
/** If a photo lies outside any town, we look for towns within this distance, which tell its region. */
const regionKm = 60;
/**
 * If a photo lies far from any town, we look within this distance for towns on three sides, which show that
 * it is not at sea.
 */
const wildernessKm = 800;

export function createGazetteer(): Gazetteer {
  let towns: Towns | null = null;
  let grid: Grid | null = null;
  let names: TownNames | null = null;
  let borders: Borders | null = null;

  return {
    placeOf(latitude, longitude) {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
      towns ??= readTowns();
      grid ??= createGrid(towns);
      borders ??= openBorders();
      return findPlace(towns, grid, borders, latitude, longitude);
    },
    townsIn(part, limit) {
      towns ??= readTowns();
      return largestIn(towns, part, limit);
    },
    locate(name) {
      const code = countryCodeOf(name);
      towns ??= readTowns();
      names ??= createTownNames(towns);
      const found = names.find(name);
      const country = code === null ? null : names.country(code);
      const all = country ? [country, ...found] : found;
      return all.sort((one, other) => weight(other, all) - weight(one, all)).slice(0, 20);
    },
  };
}

function largestIn(
  towns: Towns,
  { west, south, east, north }: { west: number; south: number; east: number; north: number },
  limit: number,
): Town[] {
  const { count, latitudes, longitudes, populations } = towns;
  const found: number[] = [];
  for (let town = 0; town < count; town++) {
    const latitude = latitudes[town] as number;
    if (latitude < south || latitude > north) continue;
    const longitude = longitudes[town] as number;
    const isBetween =
      west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
    if (isBetween && !towns.isPart(town)) found.push(town);
  }
  const populationOf = (town: number) => populations[town] as number;
  return found
    .sort((one, other) => populationOf(other) - populationOf(one))
    .slice(0, limit)
    .map((town) => ({
      name: towns.nameOf(town),
      latitude: latitudes[town] as number,
      longitude: longitudes[town] as number,
      population: populationOf(town),
    }));
}

/**
 * Returns how likely it is that somebody means this place: the more people live there, the likelier. A region
 * comes after the city that has its name.
 */
function weight(located: Located, all: Located[]): number {
  if (located.kind !== "region") return located.population;
  const city = all.find(
    (other) =>
      other.kind === "city" &&
      other.countryCode === located.countryCode &&
      other.population > located.population / 20,
  );
  return Math.min(located.population, (city?.population ?? Number.POSITIVE_INFINITY) - 1);
}

/** Returns the country whose real borders hold a point; the borders reach far out to sea. */
type Borders = (latitude: number, longitude: number) => string | null;

function openBorders(): Borders {
  // We use require, because this function cannot wait for an import. We load it late, because it is big
  // and not always needed.
  const coder: typeof import("@rapideditor/country-coder") = createRequire(import.meta.url)(
    "@rapideditor/country-coder",
  );
  return (latitude, longitude) => {
    const code = coder.iso1A2Code([longitude, latitude], { level: "territory" });
    return code === "EA" || code === "IC" ? "ES" : code;
  };
}

function findPlace(
  towns: Towns,
  grid: Grid,
  borders: Borders,
  latitude: number,
  longitude: number,
): Place | null {
  const border = borders(latitude, longitude);
  const around = grid.within(latitude, longitude, coastKm);
  const own = around.filter(({ town }) => border === null || towns.countryOf(town) === border);
  // If GeoNames and the borders name different countries here, we take the towns within the same borders.
  const disputed = () =>
    around.filter(({ town }) => {
      return borders(towns.latitudes[town] as number, towns.longitudes[town] as number) === border;
    });
  const town = nearestTown(towns, grid, own) ?? nearestTown(towns, grid, disputed());
  if (town !== null) return placeIn(towns.nameOf(town), towns.regionOf(town)?.name, towns.countryOf(town));
  if (border === null) return null;
  if (own.length === 0 && !isSurrounded(towns, grid, border, latitude, longitude)) return null;
  return placeIn(null, regionAround(towns, grid, border, latitude, longitude), border);
}

/** Returns the region on which the three nearest towns agree; null if they do not. */
function regionAround(
  towns: Towns,
  grid: Grid,
  country: string,
  latitude: number,
  longitude: number,
): string | null {
  const nearest = grid
    .within(latitude, longitude, regionKm)
    .filter(({ town }) => towns.countryOf(town) === country)
    .sort((one, other) => one.km - other.km)
    .slice(0, 3);
  const regions = new Set(nearest.map(({ town }) => towns.regionOf(town)?.name ?? null));
  const [only = null] = regions;
  return nearest.length === 3 && regions.size === 1 ? only : null;
}

function placeIn(city: string | null, region: string | null | undefined, countryCode: string): Place | null {
  const country = countryName(countryCode);
  return country === null ? null : { city, region: region ?? null, country, countryCode };
}

/** Returns the town whose edge is nearest, or the larger town that it is a part of. */
function nearestTown(towns: Towns, grid: Grid, around: NearTown[]): number | null {
  let best: NearTown | null = null;
  for (const { town, km } of around) {
    const edge = km - Math.min(mostOfTownKm, radius(towns, town));
    if (edge <= edgeKm && (best === null || edge < best.km)) best = { town, km: edge };
  }
  return best && wholeOf(towns, grid, best.town);
}

/** The largest radius of a town; with a larger one a big town would swallow its neighbours. */
const mostOfTownKm = 5;

/** Returns kilometres, as if a town were round and had 4,000 people per square kilometre. */
function radius(towns: Towns, town: number): number {
  return Math.sqrt((towns.populations[town] as number) / (Math.PI * 4000));
}

/** GeoNames lists every quarter of a city of this size as a town: Manhattan, Greenwich, Üsküdar. */
const metropolis = 5_000_000;

/**
 * Returns the larger town that a town belongs to by size and distance, within the same region. A part of a
 * town belongs to the town around it, and anything within a metropolis to the metropolis; any other town
 * stands for itself.
 */
function wholeOf(towns: Towns, grid: Grid, town: number): number {
  const region = towns.regionOf(town);
  const isPart = towns.isPart(town);
  let whole = town;
  let least = isPart ? 1.5 : 1;
  for (const larger of grid.within(
    towns.latitudes[town] as number,
    towns.longitudes[town] as number,
    farthestPartKm,
  )) {
    const people = towns.populations[larger.town] as number;
    if (towns.isPart(larger.town) || towns.regionOf(larger.town) !== region) continue;
    if (people <= (towns.populations[town] as number) || (!isPart && people < metropolis)) continue;
    const share = larger.km / radius(towns, larger.town);
    if (share < least) {
      least = share;
      whole = larger.town;
    }
  }
  return whole;
}

const farthestPartKm = 35;

/**
 * Says whether towns of the country lie on at least three sides: in a desert or ice sheet they do, in the sea
 * off a coast they do not.
 */
function isSurrounded(
  towns: Towns,
  grid: Grid,
  country: string,
  latitude: number,
  longitude: number,
): boolean {
  const sides = new Set<number>();
  for (const { town } of grid.within(latitude, longitude, wildernessKm)) {
    if (towns.countryOf(town) !== country) continue;
    const north = (towns.latitudes[town] as number) > latitude;
    const east = (((towns.longitudes[town] as number) - longitude + 540) % 360) - 180 > 0;
    sides.add((north ? 2 : 0) + (east ? 1 : 0));
    if (sides.size === 3) return true;
  }
  return false;
}
