import { nameKey } from "#server/library/gazetteer/names.ts";
import type { VocabularyEntry } from "../reading/types.ts";

/** A name of the library that completes the typed text. */
export interface Completion {
  kind: VocabularyEntry["kind"];
  value: string;
  photos: number;
}

export interface Completed {
  /** How many characters at the end of the text the name replaces. */
  replaces: number;
  names: Completion[];
}

/** Fewer letters begin too many names. */
const fewestLetters = 2;
const mostWords = 3;

/** Completes what is being typed with the names in `entries`; reads them when it is first asked. */
export function createCompletions(entries: readonly VocabularyEntry[]) {
  let known: ReturnType<typeof linesOf> | null = null;

  /** Names are sorted by their number of photos, so the search stops once it has found enough. */
  function startingWith(start: string, most: number): Completion[] {
    known ??= linesOf(entries);
    const { text, offsets, sorted } = known;
    const found = new Map<string, Completion>();
    let at = 0;
    while (found.size < most) {
      at = text.indexOf(` ${start}`, at);
      if (at < 0) break;
      const line = lineAt(offsets, at);
      const entry = sorted[line];
      const end = offsets[line + 1] ?? text.length;
      // A name that is typed in full needs no completion. A city and a keyword may share a name, and one line says it.
      const isWhole = at === offsets[line] && end - at === start.length + 2;
      if (entry && !isWhole && !found.has(entry.value)) {
        const { kind, value, photos } = entry;
        found.set(value, { kind, value, photos });
      }
      at = end;
    }
    return [...found.values()];
  }

  /** Looks for names that begin with the last words of the text; as many words as a name has. */
  return (text: string, most: number): Completed => {
    const words = [...text.matchAll(/[^\s,;:.!?()"“”„]+/gu)].slice(-mostWords);
    const isOpen = text !== "" && /[^\s,;:.!?()"“”„]$/u.test(text);
    if (!isOpen) return { replaces: 0, names: [] };
    for (const { index } of words) {
      const typed = text.slice(index);
      const start = nameKey(typed);
      if (start.replaceAll(" ", "").length < fewestLetters) continue;
      const names = startingWith(start, most);
      if (names.length > 0) return { replaces: typed.length, names };
    }
    return { replaces: 0, names: [] };
  };
}

/** Writes all names below each other, a space before each word, so that one search of a text goes through them. */
function linesOf(entries: readonly VocabularyEntry[]) {
  const sorted = entries.toSorted((one, other) => other.photos - one.photos);
  const lines = sorted.map(({ value }) => ` ${nameKey(value)}\n`);
  const offsets = new Int32Array(lines.length);
  let offset = 0;
  for (const [at, line] of lines.entries()) {
    offsets[at] = offset;
    offset += line.length;
  }
  return { text: lines.join(""), offsets, sorted };
}

/** Returns the line in which a place of the text lies. */
function lineAt(offsets: Int32Array, place: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
