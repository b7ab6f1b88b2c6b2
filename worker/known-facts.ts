import type { PhotoFacts } from "#server/library/facts.ts";
import { countryCodeOf } from "#server/library/gazetteer/countries.ts";
import type { Gazetteer } from "#server/library/gazetteer/gazetteer.ts";
import type { PhotoRow } from "#server/library/schema.ts";
import { isOnEarth } from "./decode/date-forms.ts";
import { dateInName, isScreenshotFile } from "./decode/name-facts.ts";
import { offsetAt } from "./time-zones.ts";

/** Adds to a file's facts what its name tells, and the names of the place at its coordinates. */
export function knownFacts(
  facts: PhotoFacts,
  { file_name: fileName, type }: Pick<PhotoRow, "file_name" | "type">,
  gazetteer: Pick<Gazetteer, "placeOf">,
): PhotoFacts {
  // When a program changed the file is the worst guess.
  const guess = facts.takenFrom === "file" ? null : dateInName(fileName);
  return {
    ...inLocalTime(withPlace(facts, gazetteer), fileName),
    ...guess,
    screenshot: facts.screenshot || isScreenshotFile(facts, { fileName, type }),
  };
}

/**
 * Puts the time of a clock in UTC into that of its place, or of its name, in which phones write local time.
 * Elsewhere it stays, and nobody knows its offset.
 */
function inLocalTime(facts: PhotoFacts, fileName: string): PhotoFacts {
  const { takenLocal, takenInUtc, countryCode, latitude, longitude } = facts;
  if (!takenInUtc || !takenLocal) return facts;
  const utc = Date.parse(`${takenLocal}Z`);
  const isPlaced = countryCode !== null && latitude !== null && longitude !== null;
  const placed = isPlaced ? offsetAt({ countryCode, latitude, longitude }, utc) : null;
  const offset = placed ?? offsetInName(fileName, utc);
  if (offset === null) return facts;
  return {
    ...facts,
    takenLocal: new Date(utc + offset * 60_000).toISOString().slice(0, -1),
    takenOffset: offset,
    takenInUtc: false,
  };
}

const quarterHour = 15;
/** A film is dated when it begins or when it ends; so many minutes they may be apart. */
const apart = 6;

/** A name in UTC, as some phones write it, tells nothing. */
function offsetInName(fileName: string, utc: number): number | null {
  const named = dateInName(fileName);
  if (named?.takenPrecision !== "moment") return null;
  const minutes = (Date.parse(`${named.takenLocal}Z`) - utc) / 60_000;
  const offset = Math.round(minutes / quarterHour) * quarterHour;
  return offset !== 0 && Math.abs(minutes - offset) <= apart && isOnEarth(offset) ? offset : null;
}

/**
 * Takes from the gazetteer what a file with coordinates does not say of its place. The file's own words win;
 * if they name another country than its coordinates, nothing is added.
 */
function withPlace(facts: PhotoFacts, gazetteer: Pick<Gazetteer, "placeOf">): PhotoFacts {
  const { latitude, longitude, city, region, country } = facts;
  if (latitude === null || longitude === null || (city && country)) return facts;
  const found = gazetteer.placeOf(latitude, longitude);
  if (!found) return facts;
  const code = country && countryCodeOf(country);
  if (code && code !== found.countryCode) return facts;
  return {
    ...facts,
    city: city ?? (region && region !== found.region ? null : found.city),
    region: region ?? found.region,
    country: country ?? found.country,
    countryCode: facts.countryCode ?? found.countryCode,
  };
}
