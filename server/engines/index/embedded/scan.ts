import { type Compare, RowMemory } from "../row-memory.ts";
import { scanModule } from "./scan-module.ts";

/** Holds 1-bit codes in memory and compares all of them with a query's. */
export class CodeScan {
  readonly #memory: RowMemory;

  /** `isPlain` leaves WebAssembly out. */
  constructor(stride: number, isPlain = false) {
    this.#memory = new RowMemory(stride, isPlain ? null : scanModule(), comparePlainly);
  }

  /** Makes room for so many codes. */
  reserve(count: number): void {
    this.#memory.reserve(count);
  }

  set(at: number, code: Uint8Array): void {
    this.#memory.place(at).set(code);
  }

  move(from: number, to: number): void {
    this.#memory.move(from, to);
  }

  /** The codes of `count` rows as they lie in memory, until there are more of them. */
  bytes(from: number, count: number): Uint8Array {
    return this.#memory.bytes(from, count);
  }

  /** Returns for each query in how many bits the code of each row differs. All codes are read once. */
  distances(queries: Uint8Array[], rows: Uint32Array): Uint16Array[] {
    const found = queries.map(() => new Uint16Array(rows.length));
    this.#memory.compare(queries, rows, (which, from, buffer, out, count) =>
      found[which]?.set(new Uint32Array(buffer, out, count), from),
    );
    return found;
  }
}

/** Does the same as the module of `scan-module`. */
function comparePlainly(
  buffer: ArrayBuffer,
  ...[codes, stride, query, rows, count, out]: Parameters<Compare>
): void {
  const words = new Uint32Array(buffer);
  const perCode = stride / 4;
  for (let index = 0; index < count; index++) {
    const begin = codes / 4 + (words[rows / 4 + index] ?? 0) * perCode;
    let sum = 0;
    for (let at = 0; at < perCode; at++)
      sum += bitsOf((words[begin + at] ?? 0) ^ (words[query / 4 + at] ?? 0));
    words[out / 4 + index] = sum;
  }
}

/** Counts the bits of a number of 32 bits: pairs, then fours, then bytes. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
