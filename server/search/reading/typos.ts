import { longestCompared, slipsWithin } from "../slips.ts";

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

/** Tells whether `written` is `meant` with one letter missing or two neighbours swapped. Both are folded. */
export function isLeftOutOrSwapped(written: string, meant: string): boolean {
  const isShorter = written.length === meant.length - 1;
  const hasSameLetters = [...written].sort().join("") === [...meant].sort().join("");
  if (!(isShorter || hasSameLetters) || written === meant || meant.length > longestCompared) return false;
  return slipsWithin(written, meant, 1) === 1;
}
