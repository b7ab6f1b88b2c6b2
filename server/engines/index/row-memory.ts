/** Compares rows with a query: `count` at a time, by their positions; it writes four bytes for each. */
export type Compare = (
  rowsAt: number,
  stride: number,
  query: number,
  rows: number,
  count: number,
  out: number,
) => void;

const rowsAtOnce = 4_096;
const page = 65_536;

/**
 * Holds rows of equal length one after the other, and compares them with queries in WebAssembly, or in `plainly` where
 * the processor cannot (docs/decisions/0025). In memory, a query, a block of positions and a block of results lie before
 * the rows.
 */
export class RowMemory {
  readonly stride: number;
  readonly #rows: number;
  readonly #out: number;
  readonly #first: number;
  #plain: ArrayBuffer | null = null;
  readonly #memory: WebAssembly.Memory | null = null;
  readonly #compare: Compare;

  /** `stride`: bytes of a row, a multiple of 64. Without a module only `plainly` is used. */
  constructor(
    stride: number,
    module: Uint8Array<ArrayBuffer> | null,
    plainly: (buffer: ArrayBuffer, ...where: Parameters<Compare>) => void,
  ) {
    this.stride = stride;
    this.#rows = stride;
    this.#out = this.#rows + rowsAtOnce * 4;
    this.#first = this.#out + rowsAtOnce * 4;
    if (module && typeof WebAssembly === "object" && WebAssembly.validate(module)) {
      this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#first / page) });
      const imports = { glimpse: { memory: this.#memory } };
      const { compare } = new WebAssembly.Instance(new WebAssembly.Module(module), imports).exports;
      this.#compare = compare as unknown as Compare;
    } else {
      this.#plain = new ArrayBuffer(this.#first);
      this.#compare = (...where) => plainly(this.#buffer, ...where);
    }
  }

  /** Makes room for so many rows. */
  reserve(count: number): void {
    const missing = this.#first + count * this.stride - this.#buffer.byteLength;
    if (missing <= 0) return;
    if (this.#memory) this.#memory.grow(Math.ceil(missing / page));
    else if (this.#plain) this.#plain = this.#plain.transfer(this.#plain.byteLength + missing);
  }

  /** The bytes of `count` rows as they lie in memory, until there is room for more. */
  bytes(from: number, count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer, this.#first + from * this.stride, count * this.stride);
  }

  /** The bytes of a row, which may be the first behind the last one. */
  place(at: number): Uint8Array<ArrayBuffer> {
    // A little more each time, so that a growing library is not copied with each photo.
    if (this.#first + (at + 1) * this.stride > this.#buffer.byteLength)
      this.reserve(Math.ceil(at * 1.1) + 64);
    return this.bytes(at, 1);
  }

  move(from: number, to: number): void {
    this.place(to).set(this.bytes(from, 1));
  }

  /**
   * Compares each query, which has as many bytes as a row, with the rows. `take` gets the results of `count` rows from
   * place `from` of `rows` on; they lie at `out` of the buffer until it returns.
   */
  compare(
    queries: Uint8Array[],
    rows: Uint32Array,
    take: (which: number, from: number, buffer: ArrayBuffer, out: number, count: number) => void,
  ): void {
    const buffer = this.#buffer;
    const positions = new Uint32Array(buffer, this.#rows, rowsAtOnce);
    const place = new Uint8Array(buffer, 0, this.stride);
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const block = rows.subarray(from, from + rowsAtOnce);
      positions.set(block);
      for (const [which, query] of queries.entries()) {
        place.set(query);
        this.#compare(this.#first, this.stride, 0, this.#rows, block.length, this.#out);
        take(which, from, buffer, this.#out, block.length);
      }
    }
  }

  get #buffer(): ArrayBuffer {
    return this.#memory?.buffer ?? this.#plain ?? new ArrayBuffer();
  }
}
