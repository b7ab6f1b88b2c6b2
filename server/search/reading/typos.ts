/**
 * Whether `written` is `meant` with a slip: one letter more, fewer, other or swapped with its neighbour; two of them in
 * words of nine letters and more. Words under five letters have to be right. Both folded.
 */
export function isTypo(written: string, meant: string): boolean {
  const allowed = Math.min(written.length, meant.length) >= 9 ? 2 : 1;
  if (written === meant || Math.min(written.length, meant.length) < 5) return false;
  if (Math.max(written.length, meant.length) > 40 || Math.abs(written.length - meant.length) > allowed)
    return false;
  return slips(written, meant) <= allowed;
}

/** Whether `written` is `meant` with one letter left out, or two neighbours swapped. Both folded. */
export function isLeftOutOrSwapped(written: string, meant: string): boolean {
  const isShorter = written.length === meant.length - 1;
  const hasSameLetters = [...written].sort().join("") === [...meant].sort().join("");
  return (isShorter || hasSameLetters) && written !== meant && slips(written, meant) === 1;
}

/** Damerau and Levenshtein, letters swapped once at most. */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + other,
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
