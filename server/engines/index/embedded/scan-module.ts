import { add, at, comparing, further, get, load, queryAt, set, simd, v128, zero } from "../wasm.ts";

const [sum, bits] = [further, further + 1];
const xor = simd(81);
const countBits = simd(98);
const addBytes = simd(110);
const pairBytes = simd(125);
const addShorts = simd(142);
const pairShorts = simd(127);
const lane = (index: number) => simd(27, index);

/** The bits in which 16 bytes of code and query differ, counted for each byte. */
const differing = (offset: number) => [
  ...[...get(at), ...load(offset)],
  ...[...get(queryAt), ...load(offset), ...xor, ...countBits],
];

/** The WebAssembly module that compares 1-bit codes: it writes in how many bits a row's code differs from the query's. */
export const scanModule = (): Uint8Array<ArrayBuffer> =>
  comparing({
    locals: [[2, v128]],
    begin: [...zero, ...set(sum)],
    // At most 32 bits for each byte of 64, so nothing flows over before they are widened.
    each: [
      ...differing(0),
      ...[...differing(16), ...addBytes],
      ...[...differing(32), ...addBytes],
      ...[...differing(48), ...addBytes],
      ...[...pairBytes, ...get(sum), ...addShorts, ...set(sum)],
    ],
    store: [
      ...[...get(sum), ...pairShorts, ...set(bits)],
      ...[0, 1, 2, 3].flatMap((index) => [...get(bits), ...lane(index), ...(index > 0 ? add : [])]),
      ...[0x36, 2, 0],
    ],
  });
