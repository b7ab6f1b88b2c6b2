import { at, comparing, further, get, load, queryAt, set, simd, v128, zero } from "./wasm.ts";

/** Four sums at once, since an addition waits for the one before it. */
const sums = [further, further + 1, further + 2, further + 3];
const addFloats = simd(228);
const multiplyFloats = simd(230);
const lane = (index: number) => simd(31, index);
const addFloat = [0x92];

/** The WebAssembly module that multiplies vectors of 32-bit floats: it writes the inner product of a row and the query. */
export const dotModule = (): Uint8Array<ArrayBuffer> =>
  comparing({
    locals: [[4, v128]],
    begin: sums.flatMap((sum) => [...zero, ...set(sum)]),
    each: sums.flatMap((sum, which) => [
      ...[...get(sum), ...get(at), ...load(16 * which), ...get(queryAt), ...load(16 * which)],
      ...[...multiplyFloats, ...addFloats, ...set(sum)],
    ]),
    store: [
      ...sums.flatMap((sum, which) => [...get(sum), ...(which > 0 ? addFloats : [])]),
      ...set(further),
      ...[0, 1, 2, 3].flatMap((index) => [...get(further), ...lane(index), ...(index > 0 ? addFloat : [])]),
      ...[0x38, 2, 0],
    ],
  });
