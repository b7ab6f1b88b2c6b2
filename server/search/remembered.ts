import type { ChangeMark } from "../library/change-mark.ts";

/** Remembers what a grid is drawn from, so that not each page of it finds all its photos again. */
export interface Remembered {
  /** Returns what `look` found for this key, unless something has changed since; which must not be changed. */
  get<Found>(owner: string, what: What<Found>, look: () => Promise<Found>): Promise<Found>;
}

interface What<Found> {
  key: string;
  photosIn(found: Found): number;
  /** True for what a search finds: the models decide over it too. */
  isSearched?: boolean;
}

/** What a search finds, by ids. */
export const searched = { photosIn: (ids: string[]) => ids.length, isSearched: true };

interface Kept {
  mark: string;
  at: number;
  found: Promise<unknown>;
  /** How many there are in what was found; 0 until it is found. */
  photos: number;
}

/** Milliseconds. A model that is back changes which photos words find, but it does not change the mark. */
const longestSearched = 60_000;
/** The most photos in all that is kept; each part of it counts for some at least, because it takes room of its own. */
const mostPhotos = 500_000;
const fewestOfEach = 100;

/** Callers that ask at the same time share one search. `now` is a steady clock. */
export function createRemembered(
  marks: ChangeMark,
  { now = () => performance.now(), most = mostPhotos } = {},
): Remembered {
  const kept = new Map<string, Kept>();

  /** Drops what was not asked for for longest. */
  function makeRoom(): void {
    let all = kept.values().reduce((sum, { photos }) => sum + photos, 0);
    for (const [key, { photos }] of kept) {
      if (all <= most) return;
      kept.delete(key);
      all -= photos;
    }
  }

  return {
    async get<Found>(owner: string, { key, photosIn, isSearched }: What<Found>, look: () => Promise<Found>) {
      const mark = await marks.read(owner);
      if (mark === null) return look();
      const name = `${owner} ${key}`;
      const known = kept.get(name);
      kept.delete(name);
      if (known?.mark === mark && (!isSearched || now() - known.at < longestSearched)) {
        kept.set(name, known);
        // A key always belongs to the same kind of thing.
        return known.found as Promise<Found>;
      }
      const found = look();
      const begun: Kept = { mark, at: now(), found, photos: 0 };
      kept.set(name, begun);
      try {
        begun.photos = Math.max(fewestOfEach, photosIn(await found));
        makeRoom();
      } catch (error) {
        if (kept.get(name) === begun) kept.delete(name);
        throw error;
      }
      return found;
    },
  };
}
