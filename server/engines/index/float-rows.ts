import { dotModule } from "./dot-module.ts";
import { type Compare, RowMemory } from "./row-memory.ts";

/** Holds vectors of one length as 32-bit floats and multiplies all of them with others. */
export class FloatRows {
  readonly #memory: RowMemory;
  readonly #dimension: number;
  #size = 0;

  /** `isPlain` leaves WebAssembly out. */
  constructor(dimension: number, isPlain = false) {
    this.#dimension = dimension;
    const stride = Math.ceil(dimension / 16) * 64;
    this.#memory = new RowMemory(stride, isPlain ? null : dotModule(), multiplyPlainly);
  }

  get size(): number {
    return this.#size;
  }

  set(at: number, vector: Float16Array | Float32Array): void {
    floatsOf(this.#memory.place(at)).set(vector);
    this.#size = Math.max(this.#size, at + 1);
  }

  move(from: number, to: number): void {
    this.#memory.move(from, to);
  }

  /** Returns for each vector its inner products with the rows, all of them by default. Each row is read once. */
  products(
    vectors: Float32Array[],
    rows: Uint32Array = Uint32Array.from({ length: this.#size }, (_, at) => at),
  ): Float32Array[] {
    const found = vectors.map(() => new Float32Array(rows.length));
    const queries = vectors.map((vector) => {
      const padded = new Uint8Array(this.#memory.stride);
      floatsOf(padded).set(vector.subarray(0, this.#dimension));
      return padded;
    });
    this.#memory.compare(queries, rows, (which, from, buffer, out, count) =>
      found[which]?.set(new Float32Array(buffer, out, count), from),
    );
    return found;
  }
}

const floatsOf = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>) =>
  new Float32Array(buffer, byteOffset, byteLength / 4);

/** Does the same as the module of `dot-module`. */
function multiplyPlainly(
  buffer: ArrayBuffer,
  ...[rowsAt, stride, query, rows, count, out]: Parameters<Compare>
): void {
  const floats = new Float32Array(buffer);
  const positions = new Uint32Array(buffer);
  const dimension = stride / 4;
  for (let index = 0; index < count; index++) {
    const begin = rowsAt / 4 + (positions[rows / 4 + index] ?? 0) * dimension;
    let sum = 0;
    for (let at = 0; at < dimension; at++) sum += (floats[begin + at] ?? 0) * (floats[query / 4 + at] ?? 0);
    floats[out / 4 + index] = sum;
  }
}
