import { rgbaToThumbHash } from "thumbhash";
import { expect, test } from "vitest";
import { isColourless, readThumbhash } from "./thumbhash.ts";

const side = 32;

/** Draws a picture pixel by pixel, and returns what its ThumbHash tells. */
function lookOfDrawn(draw: (x: number, y: number) => [number, number, number]) {
  const rgba = new Uint8Array(side * side * 4);
  for (let at = 0; at < side * side; at++) rgba.set([...draw(at % side, Math.floor(at / side)), 255], at * 4);
  const look = readThumbhash(Buffer.from(rgbaToThumbHash(side, side, rgba)).toString("base64"));
  if (!look) throw new Error("It has no look.");
  return isColourless(look);
}
const wave = (x: number, y: number) => Math.round(127 + 100 * Math.sin(x / 4) * Math.cos(y / 5));

test("a picture of greys has no colours, and one with little colour has some", () => {
  expect(lookOfDrawn((x, y) => [wave(x, y), wave(x, y), wave(x, y)])).toBe(true);
  expect(lookOfDrawn((x, y) => [wave(x, y), wave(x, y), Math.min(255, wave(x, y) + 40)])).toBe(false);
  const isSpot = (x: number, y: number) => Math.hypot(x - 8, y - 8) < 7;
  expect(lookOfDrawn((x, y) => (isSpot(x, y) ? [220, 30, 30] : [wave(x, y), wave(x, y), wave(x, y)]))).toBe(
    false,
  );
});
