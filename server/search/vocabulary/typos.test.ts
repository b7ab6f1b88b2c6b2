import { expect, test } from "vitest";
import { randomOf } from "#tests/fixtures/photos.ts";
import { createTypos } from "./typos.ts";

/** Computes the distance as the textbook does, with the whole table. */
function slips(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      (table[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

test("finds the same words as the textbook's edit distance, if the word begins right", () => {
  const random = randomOf(11);
  const word = (length: number) => Array.from({ length }, () => "ab"[Math.floor(random() * 2)]).join("");
  const keys = [...new Set(Array.from({ length: 400 }, () => word(5 + Math.floor(random() * 7))))];
  const typos = createTypos(keys);
  for (let round = 0; round < 150; round++) {
    const written = word(3 + Math.floor(random() * 10));
    const expected = keys
      .filter((key) => {
        if (Math.min(written.length, key.length) < 5) return false;
        const swapped = written[0] === key[1] && written[1] === key[0];
        if (written[0] !== key[0] && !swapped) return false;
        return slips(written, key) <= (Math.min(written.length, key.length) >= 9 ? 2 : 1);
      })
      .map((key) => ({ key, slips: slips(written, key) }));
    const found = typos.near(written);
    const order = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
    expect(found.sort(order)).toEqual(expected.sort(order));
  }
});
