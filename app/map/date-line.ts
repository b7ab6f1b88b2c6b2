import type { Geometry, Position } from "geojson";

/**
 * Joins shapes that the date line cuts. Their rings jump from 180 to -180 degrees, which a map would draw as a line
 * around the world; here their points go on beyond 180. A ring around the pole stays as it is.
 */
export function acrossDateLine(geometry: Geometry): Geometry {
  if (geometry.type === "Polygon") return { ...geometry, coordinates: geometry.coordinates.map(unwrapped) };
  if (geometry.type !== "MultiPolygon") return geometry;
  return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(unwrapped)) };
}

function unwrapped(ring: Position[]): Position[] {
  let shift = 0;
  let before = ring[0]?.[0] ?? 0;
  const points = ring.map(([longitude = 0, latitude = 0]) => {
    if (longitude - before > 180) shift -= 360;
    if (longitude - before < -180) shift += 360;
    before = longitude;
    return [longitude + shift, latitude];
  });
  return shift === 0 ? points : ring;
}
