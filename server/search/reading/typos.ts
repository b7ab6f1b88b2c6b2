import { lexicon } from "../lexicon/lexicon.ts";
import { longestCompared, slipsWithin } from "../slips.ts";

/** Tells whether a folded word is right as it stands: the lexicon has it, in English or in the asker's language. */
export function isWord(word: string, language: string): boolean {
  const known = lexicon();
  return known.lemmaOf(word) !== null || known.inEnglish(word, language).length > 0;
}

/** Words of so many letters may be rare nouns and usual names at once: "Ana". */
const shortNames = 4;

/** Tells whether a word of the lexicon may as well be a name: "Sidney", but not "Marina" or "Germans". */
export function mayBeNameToo(word: string): boolean {
  const known = lexicon();
  if (known.isName(word)) return true;
  const isBareNoun =
    known.lemmaOf(word) === word && !known.canModify(word) && known.kindsOf(word).length === 0;
  return isBareNoun && word.length <= shortNames;
}

/**
 * Tells whether `written` is `meant` with a slip: one letter is added, missing, different or swapped with its
 * neighbour. Words of nine letters and more may have two slips, and words under five letters none. Both are folded.
 */
export function isTypo(written: string, meant: string): boolean {
  const allowed = Math.min(written.length, meant.length) >= 9 ? 2 : 1;
  if (written === meant || Math.min(written.length, meant.length) < 5) return false;
  if (Math.abs(written.length - meant.length) > allowed) return false;
  return (
    Math.max(written.length, meant.length) <= longestCompared &&
    slipsWithin(written, meant, allowed) <= allowed
  );
}

/** Tells whether `written` is `meant` with one letter missing or doubled, or two neighbours swapped. Both are folded. */
export function isQuickSlip(written: string, meant: string): boolean {
  const isDoubled =
    written.length === meant.length + 1 &&
    [...written].some(
      (letter, at) => letter === written[at + 1] && written.slice(0, at) + written.slice(at + 1) === meant,
    );
  if (isDoubled) return true;
  const isShorter = written.length === meant.length - 1;
  const hasSameLetters = [...written].sort().join("") === [...meant].sort().join("");
  if (!(isShorter || hasSameLetters) || written === meant || meant.length > longestCompared) return false;
  return slipsWithin(written, meant, 1) === 1;
}
