import { expect, test } from "vitest";
import { reduced } from "./pixels.ts";

test("each pixel is the mean of its square, also at the edges, where the squares are smaller", () => {
  // Three by two pixels: red, blue, green above black, white, green.
  const data = Uint8Array.from([200, 0, 0, 0, 0, 200, 0, 200, 0, 0, 0, 0, 100, 100, 100, 0, 100, 0]);
  const small = reduced({ data, raw: { width: 3, height: 2, channels: 3 } }, 2);
  expect(small).toEqual({
    width: 2,
    height: 1,
    rgba: Uint8Array.from([75, 25, 75, 255, 0, 150, 0, 255]),
  });
});

test("a picture that is small enough stays as it is", () => {
  const data = Uint8Array.from([1, 2, 3, 4, 5, 6]);
  const small = reduced({ data, raw: { width: 2, height: 1, channels: 3 } }, 100);
  expect(small).toEqual({ width: 2, height: 1, rgba: Uint8Array.from([1, 2, 3, 255, 4, 5, 6, 255]) });
});

test.each<[string, 1 | 2 | 4, number[], number[]]>([
  ["grey", 1, [10, 30], [20, 20, 20, 255]],
  ["grey with alpha", 2, [10, 0, 30, 0], [20, 20, 20, 255]],
  ["colours with alpha", 4, [10, 20, 30, 0, 30, 40, 50, 0], [20, 30, 40, 255]],
])("%s becomes colours without alpha", (_name, channels, pixels, mean) => {
  const small = reduced({ data: Uint8Array.from(pixels), raw: { width: 2, height: 1, channels } }, 1);
  expect([...small.rgba]).toEqual(mean);
});
