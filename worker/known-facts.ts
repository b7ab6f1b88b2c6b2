import type { PhotoFacts } from "#server/library/facts.ts";
import { countryCodeOf } from "#server/library/gazetteer/countries.ts";
import type { Gazetteer } from "#server/library/gazetteer/gazetteer.ts";
import type { PhotoRow } from "#server/library/schema.ts";
import { isOnEarth } from "./decode/date-forms.ts";
import { dateInName, isScreenshotFile, type NameDate } from "./decode/name-facts.ts";
import { offsetAt } from "./time-zones.ts";

/** Adds facts from a file's name, and the names of the place at its coordinates, to the file's facts. */
export function knownFacts(
  facts: PhotoFacts,
  { file_name: fileName, type }: Pick<PhotoRow, "file_name" | "type">,
  gazetteer: Pick<Gazetteer, "placeOf">,
): PhotoFacts {
  // The time at which a program last changed the file is the worst guess.
  const guess = facts.takenFrom === "file" ? null : dateInName(fileName);
  const placed = withPlace(facts, gazetteer);
  return {
    ...filmInLocalTime(placed, fileName),
    ...(guess && nameInLocalTime(guess, placed)),
    screenshot: facts.screenshot || isScreenshotFile(facts, { fileName, type }),
  };
}

const minute = 60_000;

const movedBy = (utc: number, minutes: number) => new Date(utc + minutes * minute).toISOString().slice(0, -1);

/** Returns the offset of the clocks at the place of a photo, minutes; null where nobody knows. */
function offsetOfPlace({ countryCode, latitude, longitude }: PhotoFacts, utc: number): number | null {
  if (countryCode === null || latitude === null || longitude === null) return null;
  return offsetAt({ countryCode, latitude, longitude }, utc);
}

/**
 * Turns a UTC time in a file's name into local time, by the offset of the file or of its place. If neither is known, it
 * stays in UTC with the offset 0.
 */
function nameInLocalTime(guess: NameDate, facts: PhotoFacts): NameDate {
  if (guess.takenOffset !== 0 || guess.takenLocal === null) return guess;
  const utc = Date.parse(`${guess.takenLocal}Z`);
  const offset = facts.takenOffset ?? offsetOfPlace(facts, utc);
  return offset === null ? guess : { ...guess, takenLocal: movedBy(utc, offset), takenOffset: offset };
}

/**
 * Turns the time of a film, whose clock is in UTC, into local time, by its place or by its name, in which phones write
 * local time. If neither tells, the time stays as it is without an offset.
 */
function filmInLocalTime(facts: PhotoFacts, fileName: string): PhotoFacts {
  const { takenLocal, takenInUtc } = facts;
  if (!takenInUtc || !takenLocal) return facts;
  const utc = Date.parse(`${takenLocal}Z`);
  const offset = offsetOfPlace(facts, utc) ?? offsetInName(fileName, utc);
  if (offset === null) return facts;
  return { ...facts, takenLocal: movedBy(utc, offset), takenOffset: offset, takenInUtc: false };
}

const quarterHour = 15;
/**
 * The most minutes between the time in a film's name and that in its file: one is its beginning, the other may be its
 * end.
 */
const apart = 6;

/**
 * Returns the offset between the local time in a name and the film's UTC. Some phones write UTC into the name, which
 * tells nothing.
 */
function offsetInName(fileName: string, utc: number): number | null {
  const named = dateInName(fileName);
  if (named?.takenPrecision !== "moment") return null;
  const minutes = (Date.parse(`${named.takenLocal}Z`) - utc) / minute;
  const offset = Math.round(minutes / quarterHour) * quarterHour;
  return offset !== 0 && Math.abs(minutes - offset) <= apart && isOnEarth(offset) ? offset : null;
}

/**
 * Adds facts about the place from the gazetteer to those of a file with coordinates. The file's own words win; if they
 * name another country than its coordinates, nothing is added.
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
