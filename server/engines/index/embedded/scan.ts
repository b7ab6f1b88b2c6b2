import { scanModule } from "./scan-module.ts";

/** Compares codes: `count` rows at a time, by their positions. */
type Compare = (
  codes: number,
  stride: number,
  query: number,
  rows: number,
  count: number,
  out: number,
) => void;

const rowsAtOnce = 4_096;
const page = 65_536;

/**
 * Holds 1-bit codes in memory and compares all of them with a query's, in WebAssembly where the processor can
 * (docs/decisions/0025). In `memory`, a query, a block of positions and a block of results lie before the codes.
 */
export class CodeScan {
  readonly stride: number;
  readonly #rows: number;
  readonly #out: number;
  readonly #codes: number;
  #plain: ArrayBuffer | null = null;
  readonly #memory: WebAssembly.Memory | null = null;
  readonly #compare: Compare;

  /** `isPlain` leaves WebAssembly out. */
  constructor(stride: number, isPlain = false) {
    this.stride = stride;
    this.#rows = stride;
    this.#out = this.#rows + rowsAtOnce * 4;
    this.#codes = this.#out + rowsAtOnce * 4;
    const module = scanModule();
    if (!isPlain && typeof WebAssembly === "object" && WebAssembly.validate(module)) {
      this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#codes / page) });
      const imports = { glimpse: { memory: this.#memory } };
      const { scan } = new WebAssembly.Instance(new WebAssembly.Module(module), imports).exports;
      this.#compare = scan as unknown as Compare;
    } else {
      this.#plain = new ArrayBuffer(this.#codes);
      this.#compare = (...where) => comparePlainly(this.#buffer, ...where);
    }
  }

  /** Makes room for so many codes. */
  reserve(count: number): void {
    const missing = this.#codes + count * this.stride - this.#buffer.byteLength;
    if (missing <= 0) return;
    if (this.#memory) this.#memory.grow(Math.ceil(missing / page));
    else if (this.#plain) this.#plain = this.#plain.transfer(this.#plain.byteLength + missing);
  }

  set(at: number, code: Uint8Array): void {
    // A little more each time, so that a growing library is not copied with each photo.
    if (this.#codes + (at + 1) * this.stride > this.#buffer.byteLength)
      this.reserve(Math.ceil(at * 1.1) + 64);
    new Uint8Array(this.#buffer).set(code, this.#codes + at * this.stride);
  }

  move(from: number, to: number): void {
    this.set(to, this.bytes(from, 1).slice());
  }

  /** The codes of `count` rows as they lie in memory, until there are more of them. */
  bytes(from: number, count: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#codes + from * this.stride, count * this.stride);
  }

  /** Returns for each query in how many bits the code of each row differs. All codes are read once. */
  distances(queries: Uint8Array[], rows: Uint32Array): Uint16Array[] {
    const found = queries.map(() => new Uint16Array(rows.length));
    const memory = new Uint8Array(this.#buffer);
    const positions = new Uint32Array(this.#buffer, this.#rows, rowsAtOnce);
    const out = new Uint32Array(this.#buffer, this.#out, rowsAtOnce);
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const block = rows.subarray(from, from + rowsAtOnce);
      positions.set(block);
      for (const [which, query] of queries.entries()) {
        memory.set(query, 0);
        this.#compare(this.#codes, this.stride, 0, this.#rows, block.length, this.#out);
        found[which]?.set(out.subarray(0, block.length), from);
      }
    }
    return found;
  }

  get #buffer(): ArrayBuffer {
    return this.#memory?.buffer ?? this.#plain ?? new ArrayBuffer();
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
