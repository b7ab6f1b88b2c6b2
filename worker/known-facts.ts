import type { PhotoFacts } from "#server/library/facts.ts";
import { countryCodeOf } from "#server/library/gazetteer/countries.ts";
import type { Gazetteer } from "#server/library/gazetteer/gazetteer.ts";
import type { PhotoRow } from "#server/library/schema.ts";
import { dateInName, isScreenshotFile, type NameDate } from "./decode/name-facts.ts";
import { offsetIn } from "./offset-in.ts";

/** Adds to a file's facts what its name tells, and the names of the place at its coordinates. */
export function knownFacts(
  facts: PhotoFacts,
  { file_name: fileName, type }: Pick<PhotoRow, "file_name" | "type">,
  gazetteer: Pick<Gazetteer, "placeOf">,
): PhotoFacts {
  // When a program changed the file is the worst guess.
  const guess = facts.takenFrom === "file" ? null : dateInName(fileName);
  const placed = withPlace(facts, gazetteer);
  return {
    ...placed,
    ...(guess && inLocalTime(guess, facts.takenOffset, placed.countryCode)),
    screenshot: facts.screenshot || isScreenshotFile(facts, { fileName, type }),
  };
}

/**
 * Puts a time in UTC into the local time, where the file knows its offset, or all of the country has the same. Else it
 * stays as it is, and says by its offset that it is UTC.
 */
function inLocalTime(guess: NameDate, ofFile: number | null, countryCode: string | null): NameDate {
  if (guess.takenOffset !== 0 || guess.takenLocal === null) return guess;
  const utc = Date.parse(`${guess.takenLocal}Z`);
  const offset = ofFile ?? offsetIn(countryCode, utc);
  if (offset === null) return guess;
  const takenLocal = new Date(utc + offset * 60_000).toISOString().slice(0, -1);
  return { ...guess, takenLocal, takenOffset: offset };
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
