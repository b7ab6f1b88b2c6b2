import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { isConverted, readNclx, toSrgb } from "./nclx.ts";

const pq = { primaries: 9, transfer: 16 };
const hlg = { primaries: 9, transfer: 18 };
const of = (code: number) => Math.round(code * 65_535);

test("white paper of HDR video is nearly white, black is black, grey has no tint", () => {
  // BT.2408: 203 cd/m² is code 0.58 of PQ and 0.75 of HLG.
  for (const [coding, code] of [
    [pq, 0.58],
    [hlg, 0.75],
  ] as const) {
    const [red = 0, green = 0, blue = 0] = toSrgb(Uint16Array.of(of(code), of(code), of(code)), coding);
    expect(red).toBeGreaterThan(235);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThanOrEqual(1);
  }
  expect([...toSrgb(Uint16Array.of(0, 0, 0), pq)]).toEqual([0, 0, 0]);
  expect([...toSrgb(Uint16Array.of(65_535, 65_535, 65_535), pq)]).toEqual([255, 255, 255]);
});

test("a brighter pixel stays brighter", () => {
  const greys = Array.from({ length: 11 }, (_, step) => of(step / 10)).flatMap((code) => [code, code, code]);
  const result = [...toSrgb(Uint16Array.from(greys), pq)].filter((_, at) => at % 3 === 0);
  expect(result).toEqual([...result].sort((a, b) => a - b));
});

test("Display P3 without high dynamic range becomes sRGB, and white stays white", () => {
  const p3 = { primaries: 12, transfer: 13 };
  expect(isConverted(p3)).toBe(true);
  const eight = (...codes: number[]) => Uint16Array.from(codes, (code) => code * 257);
  expect([...toSrgb(eight(255, 255, 255, 0, 0, 0), p3)]).toEqual([255, 255, 255, 0, 0, 0]);
  // The red of sRGB, as Display P3 codes it.
  const [red = 0, green = 0, blue = 0] = toSrgb(eight(234, 51, 35), p3);
  expect(red).toBeGreaterThan(252);
  expect(Math.max(green, blue)).toBeLessThan(12);
});

test("finds how an AVIF is coded, and returns null for a file without that box", async () => {
  await using folder = await temporaryFolder();
  const box = Buffer.from([0, 12, 0, 16, 0, 6, 0x80]);
  const file = await folder.write("hdr", Buffer.concat([Buffer.alloc(300), Buffer.from("colrnclx"), box]));
  expect(await readNclx(file)).toEqual({ primaries: 12, transfer: 16 });
  expect(await readNclx(await folder.write("cut", Buffer.from("colrnclx\0")))).toBeNull();
  expect(await readNclx(await folder.write("none", Buffer.alloc(10)))).toBeNull();
  expect(isConverted({ primaries: 1, transfer: 13 })).toBe(false);
});
