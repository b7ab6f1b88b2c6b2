import { mulberry32 } from "../background.ts";

/** Fewer bits than this tell too little. */
const fewestBits = 1_024;
const seed = 25;

/**
 * Makes 1-bit codes of vectors: the vector without the mean is turned in a fixed way, and the signs of its numbers are
 * the bits. Turning gives each bit an equal part of the vector, however uneven its numbers are; short vectors are
 * turned in several ways.
 */
export class Coder {
  readonly mean: Float32Array;
  readonly bits: number;
  readonly #side: number;
  readonly #flips: Float32Array;
  readonly #centred: Float32Array;
  readonly #turned: Float32Array;

  constructor(mean: Float32Array) {
    this.mean = mean;
    this.#side = 2 ** Math.ceil(Math.log2(Math.max(2, mean.length)));
    this.bits = Math.max(fewestBits, this.#side);
    const random = mulberry32(seed);
    this.#flips = Float32Array.from({ length: this.bits }, () => (random() < 0.5 ? -1 : 1));
    this.#centred = new Float32Array(mean.length);
    this.#turned = new Float32Array(this.#side);
  }

  /** How many bytes a code takes. */
  get bytes(): number {
    return this.bits / 8;
  }

  codeOf(vector: ArrayLike<number>): Uint8Array {
    const code = new Uint8Array(this.bytes);
    const [centred, turned, flips] = [this.#centred, this.#turned, this.#flips];
    for (let at = 0; at < centred.length; at++) centred[at] = (vector[at] ?? 0) - (this.mean[at] ?? 0);
    for (let from = 0; from < this.bits; from += this.#side) {
      turned.fill(0);
      for (let at = 0; at < centred.length; at++) turned[at] = (centred[at] ?? 0) * (flips[from + at] ?? 1);
      mix(turned);
      for (let at = 0; at < turned.length; at++) {
        const bit = from + at;
        if ((turned[at] ?? 0) > 0) code[bit >> 3] = (code[bit >> 3] ?? 0) | (1 << (bit & 7));
      }
    }
    return code;
  }
}

/** The fast Walsh–Hadamard transform, in place: after it each number has a part of all. Lengths and angles stay. */
function mix(numbers: Float32Array): void {
  for (let half = 1; half < numbers.length; half *= 2) {
    for (let block = 0; block < numbers.length; block += 2 * half) {
      for (let at = block; at < block + half; at++) {
        // This runs millions of times, and a pair would be an array each time.
        const one = numbers[at] ?? 0;
        const other = numbers[at + half] ?? 0;
        numbers[at] = one + other;
        numbers[at + half] = one - other;
      }
    }
  }
}
