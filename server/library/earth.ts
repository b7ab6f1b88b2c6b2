/** In km. */
const earthRadius = 6_371;
export const radian = Math.PI / 180;
export const kmPerDegree = earthRadius * radian;

/** Returns the distance along the surface in km (haversine). Takes degrees. */
export function distance(latitude: number, longitude: number, otherLatitude: number, otherLongitude: number) {
  const up = Math.sin(((otherLatitude - latitude) * radian) / 2);
  const along = Math.sin(((otherLongitude - longitude) * radian) / 2);
  const square = up * up + Math.cos(latitude * radian) * Math.cos(otherLatitude * radian) * along * along;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(square)));
}
