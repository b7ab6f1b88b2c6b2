import { nameKey } from "#server/library/gazetteer/names.ts";
import type { VocabularyEntry } from "../reading/types.ts";

/** A name of the library that what was typed may become. */
export interface Completion {
  kind: VocabularyEntry["kind"];
  value: string;
  photos: number;
}

export interface Completed {
  /** So many characters at the end of the text give way to the name. */
  replaces: number;
  names: Completion[];
}

/** Fewer letters begin too many names. */
const fewestLetters = 2;
const mostWords = 3;

/** Completes what is being typed with the names in `entries`; reads them when it is first asked. */
export function createCompletions(entries: readonly VocabularyEntry[]) {
  let known: { key: string; entry: VocabularyEntry }[] | null = null;

  function startingWith(start: string, most: number): Completion[] {
    known ??= entries.map((entry) => ({ key: nameKey(entry.value), entry }));
    const found = new Map<string, Completion>();
    for (const { key, entry } of known) {
      if (!key.startsWith(start) && !key.includes(` ${start}`)) continue;
      const { kind, value, photos } = entry;
      // A city, its region and a keyword may share a name, and one line says it.
      const same = found.get(value);
      if (!same || same.photos < photos) found.set(value, { kind, value, photos });
    }
    return [...found.values()].sort((one, other) => other.photos - one.photos).slice(0, most);
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
      // What is typed in full needs no more.
      const names = startingWith(start, most + 1).filter(({ value }) => nameKey(value) !== start);
      if (names.length > 0) return { replaces: typed.length, names: names.slice(0, most) };
    }
    return { replaces: 0, names: [] };
  };
}
