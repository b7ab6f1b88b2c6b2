import { longestCompared, slipsWithin } from "../slips.ts";

/**
 * Whether `written` is `meant` with a slip: one letter more, fewer, other or swapped with its neighbour; two of them in
 * words of nine letters and more. Words under five letters have to be right. Both folded.
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

/** Whether `written` is `meant` with one letter left out, or two neighbours swapped. Both folded. */
export function isLeftOutOrSwapped(written: string, meant: string): boolean {
  const isShorter = written.length === meant.length - 1;
  const hasSameLetters = [...written].sort().join("") === [...meant].sort().join("");
  if (!(isShorter || hasSameLetters) || written === meant || meant.length > longestCompared) return false;
  return slipsWithin(written, meant, 1) === 1;
}
