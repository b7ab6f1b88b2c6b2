import type { TagName, Tags } from "./tags.ts";
import { clean, field, fieldInAnyLanguage, items, list, numberIn } from "./values.ts";

/** A place as a file names it. */
export interface NamedPlace {
  sublocation: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  countryCode: string | null;
}

const nowhere: NamedPlace = { sublocation: null, city: null, region: null, country: null, countryCode: null };

/**
 * Returns the place of a photo. A file may name several places: in old fields, where the photo was created, and what it
 * shows. The first that knows its town is taken; `others` are the names of all of them.
 */
export function placesFrom(tags: Tags, old: NamedPlace): { place: NamedPlace; others: string[] } {
  const created = items(tags["XMP:LocationCreated"]);
  const shown = items(tags["XMP:LocationShown"]);
  const all = [{ ...old, countryCode: countryCode(old.countryCode) }, ...[...created, ...shown].map(placeIn)];
  const named = ({ city, region, country, sublocation }: NamedPlace) =>
    city ?? region ?? country ?? sublocation;
  const place = all.find(({ city }) => city) ?? all.find((each) => named(each) !== null) ?? nowhere;
  const names = all.flatMap(({ sublocation, city, region, country }) => [sublocation, city, region, country]);
  const called = [...created, ...shown].flatMap((each) => items(fieldInAnyLanguage(each, "LocationName")));
  const own = new Set([place.city, place.region, place.country]);
  return { place, others: list([...names, ...called]).filter((name) => !own.has(name)) };
}

function placeIn(structure: unknown): NamedPlace {
  const text = (name: string) => clean(items(fieldInAnyLanguage(structure, name))[0]) || null;
  return {
    sublocation: text("Sublocation"),
    city: text("City"),
    region: text("ProvinceState"),
    country: text("CountryName"),
    countryCode: countryCode(text("CountryCode")),
  };
}

function countryCode(code: string | null): string | null {
  return code && /^[a-z]{2,3}$/i.test(code) ? code.toUpperCase() : null;
}

/** Returns the position where a photo was taken, in degrees. */
export function positionFrom(tags: Tags): { latitude: number; longitude: number } | null {
  const [created] = items(tags["XMP:LocationCreated"]);
  return (
    positionOf(tags["Composite:GPSLatitude"], tags["Composite:GPSLongitude"], tags) ??
    positionOf(tags["XMP:GPSLatitude"], tags["XMP:GPSLongitude"], tags) ??
    positionOf(field(created, "GPSLatitude"), field(created, "GPSLongitude"), {})
  );
}

function positionOf(
  north: unknown,
  east: unknown,
  tags: Tags,
): { latitude: number; longitude: number } | null {
  const latitude = turned(numberIn(north), tags, "XMP:GPSLatitudeRef");
  const longitude = turned(numberIn(east), tags, "XMP:GPSLongitudeRef");
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/**
 * Some programs write degrees without a sign into XMP, and a reference (N, S, E, W) that only EXIF has. If EXIF has a
 * position of its own, its sign already follows its reference.
 */
function turned(degrees: number | null, tags: Tags, reference: TagName): number | null {
  const isOfXmp = tags["EXIF:GPSLatitude"] === undefined;
  return degrees !== null && isOfXmp && /^[SW]/i.test(clean(tags[reference])) ? -Math.abs(degrees) : degrees;
}
