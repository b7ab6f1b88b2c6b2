import type { Database } from "#server/engines/database/port.ts";
import { countryCodeOf } from "#server/library/gazetteer/countries.ts";
import { createGazetteer, type Gazetteer } from "#server/library/gazetteer/gazetteer.ts";
import { haveNamesChanged, type NamesState, namesState } from "#server/library/photo-names.ts";
import { createRelatives } from "#server/library/relatives.ts";
import type { Schema } from "#server/library/schema.ts";
import type { LibraryNames, Spot } from "../reading/types.ts";
import { type Completed, createCompletions } from "./completions.ts";
import { readLibrary } from "./library.ts";
import { createNames } from "./names.ts";

/**
 * The names in an owner's photos, and the other facts of the library that the reading of a question needs.
 */
export interface Vocabulary extends LibraryNames {
  /** The country that most photos are from, by the name they give it; null where too few are from any. */
  home: string | null;
  /** The first and last year in which a photo was taken. */
  years: [number, number] | null;
  /** Completes what is being typed with at most so many names. */
  complete(text: string, most: number): Completed;
}

const mostKeptTowns = 1_000;

/** Returns a lookup of the most populous town of a name; it remembers its answers. */
function townsOf(gazetteer: Pick<Gazetteer, "locate">): Vocabulary["locate"] {
  const known = new Map<string, Spot | null>();
  return (town) => {
    const found = known.get(town);
    if (found !== undefined) return found;
    const spot = gazetteer.locate(town).find(({ kind }) => kind === "city") ?? null;
    if (known.size >= mostKeptTowns) known.clear();
    known.set(town, spot && { name: spot.name, latitude: spot.latitude, longitude: spot.longitude });
    return known.get(town) ?? null;
  };
}

/** A city or region with fewer people is seldom meant; a similar name of the library is likelier. */
const manyPeople = 100_000;

/** Returns a test for the names of countries, and of regions and cities with many people. */
export function knownPlaces(gazetteer: Pick<Gazetteer, "locate">): Vocabulary["isPlace"] {
  return (name) =>
    countryCodeOf(name) !== null || gazetteer.locate(name).some(({ population }) => population >= manyPeople);
}

export interface Vocabularies {
  /** Throws only the errors of the database. */
  load(owner: string): Promise<Vocabulary>;
  /** Makes the next question see names that this process has changed. */
  refresh(owner: string): void;
}

interface Kept {
  vocabulary: Vocabulary;
  as: NamesState;
  /** The relations of people, as JSON. */
  relatives: string;
  lookedAt: number;
  /** Milliseconds that it took to read the names. */
  took: number;
}

const mostOwners = 20;

/**
 * Keeps a vocabulary for each owner. Changes are seen after `patience` milliseconds, or after 20 times the duration of
 * a reading if that is longer (but at most 20 times `patience`), so that an import does not make every question wait.
 */
export function createVocabulary(
  { rows }: Database<Schema>,
  patience = 3_000,
  gazetteer: Pick<Gazetteer, "locate"> = createGazetteer(),
): Vocabularies {
  const locate = townsOf(gazetteer);
  const isPlace = knownPlaces(gazetteer);
  const kept = new Map<string, Kept>();
  const stale = new Set<string>();
  const loading = new Map<string, Promise<Vocabulary>>();

  async function renew(owner: string): Promise<Vocabulary> {
    const had = kept.get(owner);
    const lookedAt = performance.now();
    stale.delete(owner);
    const as = await namesState(rows, owner);
    const relatives = JSON.stringify(await createRelatives({ rows }).list(owner));
    const isSame = had?.relatives === relatives && !(await haveNamesChanged(rows, owner, had.as, as));
    if (had && isSame) {
      kept.set(owner, { ...had, as, lookedAt });
      return had.vocabulary;
    }
    const began = performance.now();
    const library = await readLibrary(rows, owner);
    const { home, years, entries } = library;
    const complete = createCompletions(entries);
    const vocabulary = { ...createNames(library), locate, isPlace, home, years, complete };
    kept.delete(owner);
    kept.set(owner, { vocabulary, as, relatives, lookedAt, took: performance.now() - began });
    for (const oldest of kept.keys()) if (kept.size > mostOwners) kept.delete(oldest);
    return vocabulary;
  }

  return {
    refresh(owner) {
      stale.add(owner);
      // A reading that has begun may have missed them.
      loading.delete(owner);
    },
    async load(owner) {
      const had = kept.get(owner);
      if (
        had &&
        !stale.has(owner) &&
        performance.now() - had.lookedAt < Math.min(patience * 20, Math.max(patience, had.took * 20))
      ) {
        return had.vocabulary;
      }
      let renewing = loading.get(owner);
      if (!renewing) {
        const begun = renew(owner).finally(() => loading.get(owner) === begun && loading.delete(owner));
        loading.set(owner, begun);
        renewing = begun;
      }
      return renewing;
    },
  };
}
