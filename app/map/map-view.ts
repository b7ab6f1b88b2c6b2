import { kmPerDegree, radian } from "#server/library/earth.ts";

/** A part of the map in degrees; `west` exceeds `east` across the date line. */
export interface Part {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The part of the world that the map shows, and the width of a cell in degrees. */
export interface Seen {
  part: Part;
  step: number;
}

/** The width of a cell of photos on the screen, px. */
const cellWidth = 76;
/** The width of a tile of the map, px; at zoom 0 one tile is the whole world. */
const tileWidth = 512;

/** Returns the width of a cell in degrees at a zoom. It grows in whole steps, so that cells stay while one pans. */
export const stepAt = (zoom: number): number => (360 * cellWidth) / tileWidth / 2 ** Math.round(zoom);

/** The whole world, as the map is asked for before it is there. */
export const world: Seen = { part: { west: -180, south: -90, east: 180, north: 90 }, step: stepAt(1) };

/**
 * Returns the part of the map that is seen in the form that the server takes: without repeating the world, and rounded
 * outwards to whole cells, so that a little panning asks for nothing new.
 */
export function partSeen(seen: Part, step: number): Part {
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  const height = { south: Math.max(-90, down(seen.south)), north: Math.min(90, up(seen.north)) };
  if (seen.east - seen.west >= 360 - step) return { west: -180, east: 180, ...height };
  return { west: inWorld(down(seen.west)), east: inWorld(up(seen.east)), ...height };
}

/**
 * Returns what to ask the server for where `seen` is looked at. A part that holds all photos is asked for as the whole
 * world, whose photos came with the page; so are its cells, if they have the same width.
 */
export function toAskFor(seen: Seen, all: Part): { cells: Seen; photos: Part } {
  if (!holds(seen.part, all)) return { cells: seen, photos: seen.part };
  return { cells: seen.step === world.step ? world : seen, photos: world.part };
}

/** Says whether a part holds all of another; either may lie across the date line. */
function holds(part: Part, other: Part): boolean {
  if (part.south > other.south || part.north < other.north) return false;
  const width = ({ west, east }: Part) => east - west + (east < west ? 360 : 0);
  const from = (((other.west - part.west) % 360) + 360) % 360;
  return width(part) === 360 || from + width(other) <= width(part);
}

function inWorld(longitude: number): number {
  const turned = ((((longitude + 180) % 360) + 360) % 360) - 180;
  return turned === -180 && longitude > 0 ? 180 : turned;
}

/** A circle on the map, as a question names it. */
export interface Circle {
  latitude: number;
  longitude: number;
  km: number;
}

/** Returns the circle around the middle of a part that touches the part's nearer edges, with round numbers. */
export function circleIn({ west, south, east, north }: Part): Circle {
  const latitude = (south + north) / 2;
  const width = (east - west + (east < west ? 360 : 0)) * Math.cos(latitude * radian);
  const longitude = inWorld(west + (east - west + (east < west ? 360 : 0)) / 2);
  const km = (Math.min(width, north - south) / 2) * kmPerDegree;
  const digits = km < 1 ? 4 : km < 20 ? 3 : 2;
  return { latitude: rounded(latitude, digits), longitude: rounded(longitude, digits), km: roundKm(km) };
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
const roundKm = (km: number) => (km < 10 ? Math.max(0.1, rounded(km, 1)) : Math.round(km));

/** The map of a place shows this many degrees on each side of it. */
const around = 0.05;

/** Returns the part around a place that is written as "latitude,longitude"; null if it is none. */
export function partAround(written: string | null): Part | null {
  const [latitude, longitude] =
    /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/
      .exec(written ?? "")
      ?.slice(1)
      .map(Number) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  if (Math.abs(latitude) > 85 || Math.abs(longitude) > 180) return null;
  return {
    ...{ west: inWorld(longitude - around), east: inWorld(longitude + around) },
    ...{ south: latitude - around, north: latitude + around },
  };
}
