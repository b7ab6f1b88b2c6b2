import { longestCompared as longest, slipsWithin } from "../slips.ts";

export interface NearKey {
  key: string;
  slips: number;
}

export interface Typos {
  /**
   * Returns the keys within one slip of `written`, or two slips from nine letters on; none under five
   * letters.
   */
  near(written: string): NearKey[];
}

const shortest = 5;

/**
 * Finds the names that a word may be a misspelling of. Keys are sorted by first letter, because people seldom
 * get it wrong unless they swap it with the second; by length; and by their digits, because another number
 * means another thing: an EOS 40D is no misspelt 50D.
 */
export function createTypos(keys: Iterable<string>): Typos {
  const shelves = new Map<string, string[]>();
  for (const key of keys) {
    if (key.length < shortest || key.length > longest) continue;
    const name = shelfOf(key, key.length, digitsOf(key));
    const shelf = shelves.get(name);
    if (shelf) shelf.push(key);
    else shelves.set(name, [key]);
  }

  return {
    near(written) {
      if (written.length < shortest || written.length > longest) return [];
      const digits = digitsOf(written);
      const found: NearKey[] = [];
      for (const first of new Set([written[0], written[1]])) {
        for (let length = written.length - 2; length <= written.length + 2; length++) {
          const allowed = Math.min(length, written.length) >= 9 ? 2 : 1;
          if (Math.abs(length - written.length) > allowed) continue;
          for (const key of shelves.get(shelfOf(first ?? "", length, digits)) ?? []) {
            if (first !== written[0] && key[1] !== written[0]) continue;
            const slips = slipsWithin(written, key, allowed);
            if (slips <= allowed) found.push({ key, slips });
          }
        }
      }
      return found;
    },
  };
}

function shelfOf(key: string, length: number, digits: string): string {
  return `${key[0] ?? ""} ${length} ${digits}`;
}

function digitsOf(key: string): string {
  return key.replace(/\P{N}+/gu, "");
}
