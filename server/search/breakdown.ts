import type { Database } from "../engines/database/port.ts";
import type { Grouping } from "../languages/meanings.ts";
import { effectiveFacts, type KnownPhoto, loadKnownPhotos, writtenAsKnown } from "../library/photo-rows.ts";
import type { Schema } from "../library/schema.ts";

/** A table of counts, as for "photos per year". A photo with several names counts for each of them. */
export interface Breakdown {
  by: Grouping;
  /** `name` is the value as rows have it ("2023-05"). In the order of time, or the most frequent first. */
  rows: { name: string; photos: number }[];
  photos: number;
}

const inOnePage = 500;
/** How many photos of an answer are counted, and how many rows are returned, at most. */
const mostLookedAt = 100_000;
const mostRows = 500;
const ordered = new Set<Grouping>(["year", "month", "day", "weekday", "hour"]);

/** Counts photos by a fact in their rows. Photos without that fact are in no row of the table. */
export async function breakdownOf(
  database: Database<Schema>,
  owner: string,
  by: Grouping,
  photoIds: string[],
): Promise<Breakdown> {
  const counts = new Map<string, number>();
  for (let from = 0; from < Math.min(photoIds.length, mostLookedAt); from += inOnePage) {
    for (const known of await loadKnownPhotos(database.rows, owner, photoIds.slice(from, from + inOnePage)))
      for (const name of new Set(groupsOf(by, known))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows = Array.from(counts, ([name, photos]) => ({ name, photos })).toSorted((one, other) =>
    ordered.has(by)
      ? compare(one.name, other.name)
      : other.photos - one.photos || compare(one.name, other.name),
  );
  return { by, rows: rows.slice(0, mostRows), photos: photoIds.length };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The groups of a photo: a weekday is 1 (Monday) to 7, an hour two digits. */
export function groupsOf(by: Grouping, known: KnownPhoto): string[] {
  const { people, camera, country, city, keywords, takenLocal, takenPrecision } = effectiveFacts(known);
  const written = takenLocal && writtenAsKnown(takenLocal, takenPrecision);
  const dated = (from: number, to: number) =>
    written && written.length >= to ? written.slice(from, to) : null;
  const day = dated(0, 10);
  const one: Record<Exclude<Grouping, "person" | "keyword">, string | null> = {
    year: dated(0, 4),
    month: dated(0, 7),
    day,
    weekday: day && String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7),
    hour: dated(11, 13),
    country,
    city,
    make: known.facts?.make ?? null,
    camera,
    lens: known.facts?.lens ?? null,
    type: known.photo.type.replace(/^(?:image|video)\//, "").toUpperCase(),
  };
  if (by === "person") return people;
  if (by === "keyword") return keywords;
  const name = one[by];
  return name ? [name] : [];
}
