/**
 * Writes WebAssembly modules instruction by instruction, so that nothing is fetched and nothing has to be built. A module
 * here has one function over imported memory, which compares many rows with one query.
 */

export const i32 = 0x7f;
export const v128 = 0x7b;

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

export const get = (local: number) => [0x20, ...unsigned(local)];
export const set = (local: number) => [0x21, ...unsigned(local)];
const constant = (value: number) => [0x41, ...signed(value)];
export const add = [0x6a];
const multiply = [0x6c];
export const simd = (code: number, ...immediate: number[]) => [0xfd, ...unsigned(code), ...immediate];
/** Loads 16 bytes. */
export const load = (offset: number) => simd(0, 4, ...unsigned(offset));
export const zero = simd(12, ...Array.from({ length: 16 }, () => 0));
export const advance = (local: number, by: number) => [...get(local), ...constant(by), ...add, ...set(local)];
/** Repeats the instructions until `local` has come to `last`; they run at least once. */
export const until = (local: number, last: number, instructions: number[]) => [
  ...[0x03, 0x40],
  ...instructions,
  ...[...get(local), ...get(last), 0x49, 0x0d, 0x00, 0x0b],
];

/** The function's parameters, and two variables of its own: the row that is compared, and its place in the query. */
export const [rowsAt, stride, query, rows, count, out] = [0, 1, 2, 3, 4, 5];
export const [at, queryAt] = [7, 8];
const [end, rowEnd] = [6, 9];
/** Where further variables begin. */
export const further = 10;

/**
 * Returns a module that exports `compare(rowsAt, stride, query, rows, count, out)`: for each of `count` numbers of rows
 * at `rows`, it compares the row with the query and writes four bytes to `out`. A row is `stride` bytes long, a multiple
 * of 64. `begin` prepares the variables, `each` compares 64 bytes of `at` and `queryAt` and moves neither, and `store`
 * writes the result to the address that lies on the stack.
 */
export function comparing(parts: {
  /** Types of the further variables: how many of which. */
  locals: [number, number][];
  begin: number[];
  each: number[];
  store: number[];
}): Uint8Array<ArrayBuffer> {
  const ofRow = [
    ...[...get(rows), 0x28, 2, 0, ...get(stride), ...multiply, ...get(rowsAt), ...add, ...set(at)],
    ...[...get(at), ...get(stride), ...add, ...set(rowEnd)],
    ...[...get(query), ...set(queryAt), ...parts.begin],
    ...until(at, rowEnd, [...parts.each, ...advance(at, 64), ...advance(queryAt, 64)]),
    ...[...get(out), ...parts.store],
    ...advance(rows, 4),
    ...advance(out, 4),
  ];
  const body = [
    // Nothing to do for no rows: a loop runs at least once.
    ...[...get(count), 0x45, 0x04, 0x40, 0x0f, 0x0b],
    ...[...get(rows), ...get(count), ...constant(4), ...multiply, ...add, ...set(end)],
    ...until(rows, end, ofRow),
    0x0b,
  ];
  const locals = vector([
    [...unsigned(4), i32],
    ...parts.locals.map(([many, type]) => [...unsigned(many), type]),
  ]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([[0x60, ...vector(Array.from({ length: 6 }, () => [i32])), ...vector([])]])),
    ...section(2, vector([[...text("glimpse"), ...text("memory"), 0x02, 0x00, ...unsigned(1)]])),
    ...section(3, vector([unsigned(0)])),
    ...section(7, vector([[...text("compare"), 0x00, ...unsigned(0)]])),
    ...section(10, vector([sized([...locals, ...body])])),
  ]);
}
