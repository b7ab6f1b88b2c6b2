import type { Database } from "../engines/database/port.ts";
import { AppError } from "../errors.ts";
import type { Grouping } from "../languages/meanings.ts";
import { isGuess, type TakenSource } from "../library/photo.ts";
import { effectiveFacts, type KnownPhoto, loadKnownPhotos, writtenAsKnown } from "../library/photo-rows.ts";
import type { Schema } from "../library/schema.ts";
import { guessedDates } from "../library/traits.ts";
import { groupsOf } from "./breakdown.ts";
import { heldOf } from "./filters.ts";
import type { Ask } from "./reading/types.ts";
import type { SearchPlan } from "./types.ts";

/** The facts of an answer. They are counted in the rows, never guessed. */
export type Answer =
  /** If the question is about dates, `guessed` says how many of the photos have a date that is a guess. */
  | { ask: "count"; photos: number; guessed?: number }
  | { ask: "first" | "last"; of: DatedPhoto | null }
  | {
      ask: Exclude<Ask, "count" | "first" | "last" | "when" | "about">;
      by?: Grouping | null;
      photos: number;
      /** The most frequent of `names` different names. */
      counts: [name: string, photos: number][];
      names: number;
      /** How many of the photos have a date that is a guess. */
      guessed: number;
      coordinates: string | null;
    }
  | { ask: "when"; photos: number; first: DatedPhoto | null; last: DatedPhoto | null }
  | { ask: "about"; known: Known };

/** The facts of one photo. A field is null if nothing says it. */
export interface Known {
  /** A person's or a model's words, or those of the file. */
  shows: string | null;
  takenLocal: string | null;
  takenFrom: TakenSource | null;
  place: string | null;
  people: string[];
  camera: string | null;
  lens: string | null;
  /** mm */
  focalLength: number | null;
  iso: number | null;
}

/** A photo with a date; `takenLocal` is ISO 8601 without an offset, as exact as it is known. */
export interface DatedPhoto {
  photoId: string;
  takenLocal: string;
  takenFrom: TakenSource | null;
  place: string | null;
}

interface Asked {
  owner: string;
  plan: SearchPlan;
  ask: Ask;
  /** All photos that the question is about; `total` also counts those beyond the length of a ranking. */
  photoIds: string[];
  total: number;
  signal: AbortSignal;
}

const inOnePage = 500;
/** The most names that an answer lists. */
const mostNames = 5;

/** Returns the answer and the photos that prove it. */
export async function answerFrom(
  database: Database<Schema>,
  { owner, plan, ask, photoIds, total, signal }: Asked,
): Promise<{ answer: Answer; proof: string[] }> {
  if (ask === "count") {
    const guessed = isAboutDates(plan) ? await guessedDates(database, owner, photoIds) : 0;
    return { answer: { ask, photos: total, guessed }, proof: photoIds };
  }
  if (ask === "about") {
    const [known] = await loadKnownPhotos(database.rows, owner, photoIds.slice(0, 1));
    if (!known) throw new AppError("NOT_FOUND", "This photo is not in the library any more.");
    return { answer: { ask, known: knownOf(known) }, proof: photoIds };
  }
  const names = new Map<string, string[]>();
  // "Who is with Anna?" is not answered by Anna.
  const named = new Set(
    heldOf(plan)
      .filter(({ field }) => field === "people")
      .flatMap(({ value }) => value),
  );
  let first: DatedPhoto | null = null;
  let last: DatedPhoto | null = null;
  let coordinates: string | null = null;
  let guessed = 0;
  for (let from = 0; from < photoIds.length; from += inOnePage) {
    signal.throwIfAborted();
    for (const known of await loadKnownPhotos(database.rows, owner, photoIds.slice(from, from + inOnePage))) {
      const now = effectiveFacts(known);
      for (const name of ask === "table" && plan.by ? groupsOf(plan.by, known) : namesOf(ask, known)) {
        const bearing = names.get(name) ?? [];
        bearing.push(known.photo.id);
        if (!named.has(name)) names.set(name, bearing);
      }
      if (now.latitude !== null && now.longitude !== null) {
        coordinates ??= `${now.latitude.toFixed(4)}, ${now.longitude.toFixed(4)}`;
      }
      if (isGuess(now.takenFrom)) guessed++;
      if (now.takenLocal === null) continue;
      const takenLocal = writtenAsKnown(now.takenLocal, now.takenPrecision);
      const dated = {
        ...{ photoId: known.photo.id, takenLocal, takenFrom: now.takenFrom },
        place: placeOf(known),
      };
      if (!first || isBefore(dated, first)) first = dated;
      if (!last || isBefore(last, dated)) last = dated;
    }
  }
  if (ask === "first" || ask === "last") {
    const of = ask === "first" ? first : last;
    return { answer: { ask, of }, proof: of ? [of.photoId] : [] };
  }
  if (ask === "when") {
    const ends = [first, last].flatMap((dated) => dated?.photoId ?? []);
    const proof = photoIds.length > 1 ? [...new Set(ends)] : photoIds;
    return { answer: { ask, photos: photoIds.length, first, last }, proof };
  }
  const ranked = [...names].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const counts = ranked.slice(0, mostNames).map(([name, ids]): [string, number] => [name, ids.length]);
  const proving = new Set(isMost(ask) ? ranked[0]?.[1] : ranked.flatMap(([, ids]) => ids));
  const proof = photoIds.filter((photoId) => proving.has(photoId));
  const { by } = plan;
  return {
    answer: { ask, by, photos: photoIds.length, counts, names: names.size, guessed, coordinates },
    proof,
  };
}

function knownOf(known: KnownPhoto): Known {
  const now = effectiveFacts(known);
  const { caption, description, title, takenFrom, people, camera } = now;
  const takenLocal = now.takenLocal && writtenAsKnown(now.takenLocal, now.takenPrecision);
  const { lens = null, focal_length = null, iso = null } = known.facts ?? {};
  const shows = caption?.text ?? description ?? title;
  const gear = { camera, lens, focalLength: focal_length, iso };
  return { shows, takenLocal, takenFrom, place: placeOf(known), people, ...gear };
}

const dateFields = new Set(["taken", "year", "month", "day", "weekday", "hour", "season"]);

function isAboutDates(plan: SearchPlan): boolean {
  return heldOf(plan).some(({ field }) => dateFields.has(field));
}

/** Says whether a question asks for the most frequent name. */
export const isMost = (ask: Ask) => ask === "camera" || ask === "lens";

function isBefore(one: DatedPhoto, other: DatedPhoto): boolean {
  return (
    one.takenLocal < other.takenLocal || (one.takenLocal === other.takenLocal && one.photoId < other.photoId)
  );
}

function namesOf(ask: Ask, known: KnownPhoto): string[] {
  const { people, camera, country, city, takenLocal, takenPrecision } = effectiveFacts(known);
  const written = takenLocal && writtenAsKnown(takenLocal, takenPrecision);
  const datePart = (length: number) =>
    written && written.length >= length ? written.slice(0, length) : null;
  if (ask === "who") return people;
  const names: Partial<Record<Ask, string | null>> = {
    camera,
    lens: known.facts?.lens ?? null,
    countries: country,
    cities: city,
    years: datePart(4),
    months: datePart(7),
    days: datePart(10),
    where: placeOf(known),
  };
  const name = names[ask];
  return name ? [name] : [];
}

/** Names a place: "Lisbon, Portugal". */
function placeOf(known: KnownPhoto): string | null {
  const { city, region, country } = effectiveFacts(known);
  const parts = [city ?? region, country].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}
