import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readJxlHeader } from "./jxl-header.ts";

const encoded = (name: string) =>
  readFileSync(join(resolve(import.meta.dirname, "../../tests/fixtures/encoded"), name));

function box(type: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** Writes a codestream from [bits, value], lowest bit first. */
function stream(...fields: [count: number, value: number][]): Uint8Array {
  const bits = fields.flatMap(([count, value]) =>
    Array.from({ length: count }, (_, at) => (value >> at) & 1),
  );
  const bytes = Array.from({ length: 12 }, (_, byte) =>
    bits.slice(byte * 8, byte * 8 + 8).reduce((sum, bit, at) => sum + (bit << at), 0),
  );
  return Uint8Array.of(0xff, 0x0a, ...bytes);
}

test("size and orientation of files that a program wrote", () => {
  const upright = { width: 320, height: 240, isAnimated: false };
  expect(readJxlHeader(encoded("fields.jxl"))).toEqual(upright);
  expect(readJxlHeader(encoded("turned.jxl"))).toEqual(upright);
});

test("a codestream may be bare, in a box of its own or in parts, behind other boxes", () => {
  // 3000 high (13 bits), 4:3, all else as usual.
  const bare = stream([1, 0], [2, 1], [13, 2999], [3, 3], [1, 1]);
  const header = { width: 4000, height: 3000, isAnimated: false };
  expect(readJxlHeader(bare)).toEqual(header);
  const start = [box("JXL ", Buffer.from([13, 10, 0x87, 10])), box("ftyp", Buffer.from("jxl \0\0\0\0jxl "))];
  const exif = box("Exif", Buffer.alloc(500));
  expect(readJxlHeader(Buffer.concat([...start, exif, box("jxlc", bare)]))).toEqual(header);
  expect(readJxlHeader(Buffer.concat([...start, box("jxlp", Buffer.alloc(4), bare)]))).toEqual(header);
});

test("small sizes, own widths, quarter turns and animation", () => {
  const small = stream([1, 1], [5, 9], [3, 0], [5, 4], [1, 1]);
  expect(readJxlHeader(small)).toEqual({ width: 40, height: 80, isAnimated: false });
  // Not as usual, with further fields: orientation 6, no size of its own, no preview, animated.
  const rest: [number, number][] = [
    [1, 0],
    [1, 1],
    [3, 5],
    [1, 0],
    [1, 0],
    [1, 1],
  ];
  const wide = stream([1, 0], [2, 2], [18, 99_999], [3, 0], [2, 0], [9, 499], ...rest);
  expect(readJxlHeader(wide)).toEqual({ width: 100_000, height: 500, isAnimated: true });
});

test("a file that is no JPEG XL, or ends before its size, has no header", () => {
  const cut = encoded("turned.jxl");
  for (const bytes of [new Uint8Array(), Buffer.from("no picture at all, but text"), cut.subarray(0, 30)])
    expect(readJxlHeader(bytes)).toBeNull();
  expect(readJxlHeader(box("JXL ", Buffer.alloc(2_000)))).toBeNull();
});
