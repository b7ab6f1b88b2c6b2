/** Longer words are not compared. */
export const longestCompared = 60;
const most = longestCompared + 1;
let beforeLast = new Uint8Array(most);
let last = new Uint8Array(most);
let current = new Uint8Array(most);

/**
 * Counts slips as Damerau and Levenshtein do: letters that are added, missing, replaced, or swapped with
 * their neighbour. Stops when there are more than `allowed`, and returns `allowed` + 1. Both words may have
 * at most `longestCompared` letters.
 */
export function slipsWithin(a: string, b: string, allowed: number): number {
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    let least = row;
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const letter = a.charCodeAt(row - 1);
      const other = b.charCodeAt(column - 1);
      let slips = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (letter === other ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && other === a.charCodeAt(row - 2);
      if (isSwapped) slips = Math.min(slips, (beforeLast[column - 2] as number) + 1);
      current[column] = slips;
      least = Math.min(least, slips);
    }
    if (least > allowed) return allowed + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length] as number;
}
