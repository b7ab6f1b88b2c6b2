import type { ChangeMark } from "../library/change-mark.ts";

/** Remembers which photos an album or an answer has, so that each page of a grid does not find them all again. */
export interface Remembered {
  /** Returns what `look` found for this key, unless something has changed since. */
  photos(owner: string, key: string, look: () => Promise<string[]>): Promise<string[]>;
}

interface Kept {
  mark: string;
  at: number;
  found: Promise<string[]>;
  /** How many photos; 0 until they are found. */
  length: number;
}

/** Milliseconds. A model that is back changes which photos words find, but it does not change the mark. */
const longest = 60_000;
/** The most photos of all lists together. */
const mostPhotos = 500_000;

/** Callers that ask at the same time share one search. `now` is a steady clock. */
export function createRemembered(
  marks: ChangeMark,
  { now = () => performance.now(), most = mostPhotos } = {},
): Remembered {
  const kept = new Map<string, Kept>();

  /** Drops the lists that were not asked for for longest. */
  function makeRoom(): void {
    let photos = kept.values().reduce((sum, { length }) => sum + length, 0);
    for (const [key, { length }] of kept) {
      if (photos <= most) return;
      kept.delete(key);
      photos -= length;
    }
  }

  return {
    async photos(owner, key, look) {
      const mark = await marks.read(owner);
      if (mark === null) return look();
      const name = `${owner} ${key}`;
      const known = kept.get(name);
      kept.delete(name);
      if (known?.mark === mark && now() - known.at < longest) {
        kept.set(name, known);
        return known.found;
      }
      const begun: Kept = { mark, at: now(), found: look(), length: 0 };
      kept.set(name, begun);
      try {
        begun.length = (await begun.found).length;
        makeRoom();
      } catch (error) {
        if (kept.get(name) === begun) kept.delete(name);
        throw error;
      }
      return begun.found;
    },
  };
}
