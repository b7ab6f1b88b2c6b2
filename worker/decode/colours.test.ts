import { expect, test } from "vitest";
import { mainColours } from "./colours.ts";

function filled(...colours: [red: number, green: number, blue: number, pixels?: number][]): Uint8Array {
  return Uint8Array.from(
    colours.flatMap(([red, green, blue, pixels = 100]) =>
      Array.from({ length: pixels }, () => [red, green, blue, 255]).flat(),
    ),
  );
}

test.each<[string, [number, number, number]]>([
  ["black", [10, 10, 12]],
  ["white", [250, 250, 248]],
  ["grey", [128, 128, 128]],
  ["red", [200, 20, 30]],
  ["pink", [245, 150, 190]],
  ["orange", [255, 140, 0]],
  ["brown", [110, 70, 35]],
  ["beige", [225, 205, 170]],
  ["yellow", [250, 220, 30]],
  ["green", [40, 130, 50]],
  ["turquoise", [50, 200, 200]],
  ["blue", [30, 80, 200]],
  ["blue", [130, 180, 230]],
  ["purple", [120, 40, 160]],
])("the colour %s is recognised: %j", (name, colour) => {
  expect(mainColours(filled(colour)).colours).toEqual([name]);
});

test("names the larger share first and leaves out very small shares", () => {
  const picture = filled([30, 80, 200, 600], [40, 130, 50, 350], [255, 140, 0, 50]);
  expect(mainColours(picture).colours).toEqual(["blue", "green"]);
});

test("a picture of greys has no colours, unless it is all of one tone", () => {
  const greys = filled([20, 20, 20], [128, 128, 128], [240, 240, 240]);
  expect(mainColours(greys).colours).toContain("black and white");
  const withRed = filled([20, 20, 20], [128, 128, 128], [240, 240, 240], [220, 30, 30, 5]);
  expect(mainColours(withRed).colours).not.toContain("black and white");
  expect(mainColours(filled([240, 240, 240], [250, 250, 250])).colours).toEqual(["white"]);
});

test("brightness goes from 0 to 1, evenly to the eye", () => {
  expect(mainColours(filled([0, 0, 0])).brightness).toBe(0);
  expect(mainColours(filled([255, 255, 255])).brightness).toBeCloseTo(1, 3);
  expect(mainColours(filled([119, 119, 119])).brightness).toBeCloseTo(0.57, 1);
});
