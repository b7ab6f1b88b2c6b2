import type { Geometry, Position } from "geojson";

/** A small picture of the map: its middle in degrees, its size in px, and how many px a degree of latitude takes. */
export interface PictureOfPlace {
  latitude: number;
  longitude: number;
  width: number;
  height: number;
  perDegree: number;
}

type Spot = [x: number, y: number];

/** Returns where on the picture a place lies. A picture of so small a part treats the earth as flat. */
export function spotOn(picture: PictureOfPlace, longitude: number, latitude: number): Spot {
  const narrowing = Math.max(0.05, Math.cos((picture.latitude * Math.PI) / 180));
  return [
    picture.width / 2 + (longitude - picture.longitude) * narrowing * picture.perDegree,
    picture.height / 2 + (picture.latitude - latitude) * picture.perDegree,
  ];
}

/** Returns an SVG path of the parts of a country that lie on the picture; empty if none do. */
export function countryPath(picture: PictureOfPlace, geometry: Geometry): string {
  const polygons =
    geometry.type === "Polygon"
      ? [geometry.coordinates]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : [];
  return polygons
    .flat()
    .map((ring) => ringPath(picture, ring))
    .join("");
}

function ringPath(picture: PictureOfPlace, ring: Position[]): string {
  const spots = ring.map(([longitude = 0, latitude = 0]) => spotOn(picture, longitude, latitude));
  const sides = spots.map((spot) => sideOf(picture, spot));
  // All of it lies beyond one edge.
  if (sides.reduce((common, side) => common & side, 15) !== 0) return "";
  const drawn = spots.filter((_, at) => {
    const before = sides[at - 1] ?? 0;
    const after = sides[at + 1] ?? 0;
    // A corner whose neighbours lie beyond the same edge changes nothing that is seen.
    return ((sides[at] ?? 0) & before & after) === 0;
  });
  return `M${drawn.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`;
}

/** Says beyond which edges of the picture a spot lies, one bit each; 0 if it is seen. */
function sideOf({ width, height }: PictureOfPlace, [x, y]: Spot): number {
  return (x < 0 ? 1 : 0) | (x > width ? 2 : 0) | (y < 0 ? 4 : 0) | (y > height ? 8 : 0);
}

interface NamedTown {
  name: string;
  population: number;
  latitude: number;
  longitude: number;
}

/** Returns the towns whose names have room on the picture, the most populous first. */
export function namesOn(
  picture: PictureOfPlace,
  towns: readonly NamedTown[],
): { name: string; x: number; y: number }[] {
  const room = { x: 84, y: 18, edge: 36 };
  const mark: Spot = [picture.width / 2, picture.height / 2];
  // Below on the right the page has a link.
  const taken: Spot[] = [[picture.width - 60, picture.height - 16]];
  return towns
    .toSorted((one, other) => other.population - one.population)
    .flatMap(({ name, longitude, latitude }) => {
      const [x, own] = spotOn(picture, longitude, latitude);
      // A name that would lie over the mark in the middle stands above it.
      const isAtMark = Math.abs(x - mark[0]) < room.x / 2 && Math.abs(own - mark[1]) < room.y;
      const y = isAtMark ? mark[1] - room.y / 1.5 : own;
      const isSeen =
        x > room.edge && x < picture.width - room.edge && y > room.y && y < picture.height - room.y / 2;
      const hasRoom = taken.every(([nx, ny]) => Math.abs(nx - x) > room.x || Math.abs(ny - y) > room.y);
      if (!isSeen || !hasRoom) return [];
      taken.push([x, y]);
      return [{ name, x, y }];
    });
}
