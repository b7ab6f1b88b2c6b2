/**
 * The WebAssembly module that compares 1-bit codes, written out here instruction by instruction, so that nothing is
 * fetched and nothing has to be built. It exports `scan(codes, stride, query, rows, count, out)`: for each of `count`
 * numbers of rows at `rows`, it writes to `out` in how many bits the row's code differs from the query's. `stride` is
 * the length of a code in bytes, a multiple of 64.
 */
export function scanModule(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([[0x60, ...vector(Array.from({ length: 6 }, () => [i32])), ...vector([])]])),
    ...section(2, vector([[...text("glimpse"), ...text("memory"), 0x02, 0x00, ...unsigned(1)]])),
    ...section(3, vector([unsigned(0)])),
    ...section(7, vector([[...text("scan"), 0x00, ...unsigned(0)]])),
    ...section(10, vector([sized([...locals, ...body])])),
  ]);
}

const i32 = 0x7f;
const v128 = 0x7b;

/** Writes a number as LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Writes a number that may be negative as LEB128. */
function signed(value: number): number[] {
  const isLast = value >= -0x40 && value < 0x40;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

const sized = (bytes: number[]) => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: number[]) => [id, ...sized(bytes)];
const vector = (items: number[][]) => [...unsigned(items.length), ...items.flat()];
const text = (name: string) => sized([...new TextEncoder().encode(name)]);

/** Parameters first, then our own variables. */
const [codes, stride, query, rows, count, out] = [0, 1, 2, 3, 4, 5];
const [end, at, queryAt, codeEnd] = [6, 7, 8, 9];
const [sum, bits] = [10, 11];
const locals = vector([
  [...unsigned(4), i32],
  [...unsigned(2), v128],
]);

const get = (local: number) => [0x20, ...unsigned(local)];
const set = (local: number) => [0x21, ...unsigned(local)];
const number = (value: number) => [0x41, ...signed(value)];
const add = [0x6a];
const multiply = [0x6c];
const simd = (code: number, ...immediate: number[]) => [0xfd, ...unsigned(code), ...immediate];
const load = (offset: number) => simd(0, 4, ...unsigned(offset));
const advance = (local: number, by: number) => [...get(local), ...number(by), ...add, ...set(local)];
/** Repeats the instructions until `local` has come to `end`; they run at least once. */
const until = (local: number, last: number, instructions: number[]) => [
  ...[0x03, 0x40],
  ...instructions,
  ...[...get(local), ...get(last), 0x49, 0x0d, 0x00, 0x0b],
];
const zero = simd(12, ...Array.from({ length: 16 }, () => 0));
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

/** Adds the counts of 64 bytes to `sum`: at most 32 for each byte, so nothing flows over before they are widened. */
const ofSixtyFour = [
  ...differing(0),
  ...[...differing(16), ...addBytes],
  ...[...differing(32), ...addBytes],
  ...[...differing(48), ...addBytes],
  ...[...pairBytes, ...get(sum), ...addShorts, ...set(sum)],
  ...advance(at, 64),
  ...advance(queryAt, 64),
];

const ofRow = [
  ...[...get(rows), 0x28, 2, 0, ...get(stride), ...multiply, ...get(codes), ...add, ...set(at)],
  ...[...get(at), ...get(stride), ...add, ...set(codeEnd)],
  ...[...get(query), ...set(queryAt), ...zero, ...set(sum)],
  ...until(at, codeEnd, ofSixtyFour),
  ...[...get(sum), ...pairShorts, ...set(bits), ...get(out)],
  ...[0, 1, 2, 3].flatMap((index) => [...get(bits), ...lane(index), ...(index > 0 ? add : [])]),
  ...[0x36, 2, 0],
  ...advance(rows, 4),
  ...advance(out, 4),
];

const body = [
  // Nothing to do for no rows: a loop runs at least once.
  ...[...get(count), 0x45, 0x04, 0x40, 0x0f, 0x0b],
  ...[...get(rows), ...get(count), ...number(4), ...multiply, ...add, ...set(end)],
  ...until(rows, end, ofRow),
  0x0b,
];
