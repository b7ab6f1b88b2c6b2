import { AppError } from "../errors.ts";
import { distance } from "./earth.ts";
import type { EditColumns } from "./edited.ts";
import { countryCodeOf } from "./gazetteer/countries.ts";
import type { Gazetteer } from "./gazetteer/gazetteer.ts";
import { nameKey } from "./gazetteer/names.ts";
import type { Located } from "./gazetteer/town-names.ts";
import type { FactsRow } from "./schema.ts";

/** A place as a person gives it: in words ("Porto, Portugal" or "41.15, -8.61"), or part by part. */
export type PlaceGiven = string | PlaceParts;

export interface PlaceParts {
  city?: string | null;
  region?: string | null;
  country?: string | null;
  /** Degrees; both or none. */
  latitude?: number | null;
  longitude?: number | null;
}

/** A place that was understood. */
export interface PlaceAsked {
  city: string | null;
  region: string | null;
  country: string | null;
  countryCode: string | null;
  at: { latitude: number; longitude: number } | null;
  /** Whether somebody said where exactly it is; else `at` is the middle of a town. */
  isExact: boolean;
}

/** A word alone means a town of the world only if so many people live there; "Beach" is a town, too. */
const manyPeople = 10_000;
/** In km. If the file's coordinates are this near to the middle of the town that a person names, they stay. */
const near = 25;

const coordinates = /^([+-]?\d{1,2}(?:\.\d+)?)°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)°?$/;

/**
 * Reads the place that a person gives a photo. Names that the gazetteer knows get their region, country and
 * coordinates; others are taken as they are. Throws AppError BAD_REQUEST.
 */
export function readPlace(gazetteer: Gazetteer, given: PlaceGiven): PlaceAsked {
  if (typeof given !== "string") return placeOfParts(gazetteer, given);
  const text = given.trim();
  const [, latitude, longitude] = coordinates.exec(text) ?? [];
  if (latitude !== undefined && longitude !== undefined)
    return placeOfParts(gazetteer, { latitude: Number(latitude), longitude: Number(longitude) });
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const [first, ...rest] = parts;
  if (first === undefined) throw new AppError("BAD_REQUEST", "place: has no name");
  if (parts.length > 3)
    throw new AppError("BAD_REQUEST", "place: has more parts than a city, a region and a country");
  const known = gazetteer
    .locate(first)
    .find((located) =>
      rest.length === 0
        ? located.kind !== "city" || located.population >= manyPeople
        : rest.every((name) => isAround(gazetteer, located, name)),
    );
  if (known) return placeOfLocated(gazetteer, known);
  const [city, region, country] = parts.length === 3 ? parts : [first, null, rest[0] ?? null];
  return placeOfParts(gazetteer, { city, region, country });
}

/** Says whether a name is that of the country or the region around a place. */
function isAround(gazetteer: Gazetteer, { latitude, longitude, countryCode, kind }: Located, name: string) {
  if (countryCodeOf(name) === countryCode || name.toUpperCase() === countryCode) return true;
  const region = kind === "city" ? gazetteer.placeOf(latitude, longitude)?.region : null;
  return region !== null && region !== undefined && nameKey(region) === nameKey(name);
}

function placeOfLocated(gazetteer: Gazetteer, located: Located): PlaceAsked {
  const { name, kind, country, countryCode, latitude, longitude } = located;
  if (kind !== "city") {
    const region = kind === "region" ? name : null;
    // The middle of a country is no position of a photo.
    return { city: null, region, country, countryCode, at: null, isExact: false };
  }
  const around = gazetteer.placeOf(latitude, longitude);
  const region = around?.countryCode === countryCode ? around.region : null;
  return { city: name, region, country, countryCode, at: { latitude, longitude }, isExact: false };
}

function placeOfParts(gazetteer: Gazetteer, parts: PlaceParts): PlaceAsked {
  const { city = null, region = null, country = null, latitude = null, longitude = null } = parts;
  const hasNames = city !== null || region !== null || country !== null;
  if (latitude !== null && longitude !== null) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
      throw new AppError("BAD_REQUEST", "place: has coordinates that are not on the earth");
    const around = gazetteer.placeOf(latitude, longitude);
    const nowhere = { city: null, region: null, country: null, countryCode: null };
    const names = hasNames ? { city, region, country, countryCode: codeOf(country) } : (around ?? nowhere);
    return { ...names, at: { latitude, longitude }, isExact: true };
  }
  if (latitude !== null || longitude !== null)
    throw new AppError("BAD_REQUEST", "place: has only one of its two coordinates");
  if (!hasNames) throw new AppError("BAD_REQUEST", "place: has neither a name nor coordinates");
  const countryCode = codeOf(country);
  const town =
    city === null || countryCode === null
      ? null
      : gazetteer.locate(city).find((found) => found.kind === "city" && found.countryCode === countryCode);
  const at = town ? { latitude: town.latitude, longitude: town.longitude } : null;
  return { city, region, country, countryCode, at, isExact: false };
}

const codeOf = (country: string | null) => (country === null ? null : countryCodeOf(country));

/**
 * Returns the columns of a place. If a person has only named a town and the file's coordinates lie in it, these stay.
 */
export function placeColumns(place: PlaceAsked, facts: FactsRow | null): Partial<EditColumns> {
  const { city, region, country, countryCode, at, isExact } = place;
  const ofFile =
    facts?.latitude != null && facts.longitude != null
      ? { latitude: facts.latitude, longitude: facts.longitude }
      : null;
  const isThere =
    ofFile !== null &&
    at !== null &&
    distance(at.latitude, at.longitude, ofFile.latitude, ofFile.longitude) <= near;
  const point = !isExact && isThere ? ofFile : at;
  return {
    ...{ city, region, country: country ?? "", country_code: countryCode },
    ...{ latitude: point?.latitude ?? null, longitude: point?.longitude ?? null },
  };
}
