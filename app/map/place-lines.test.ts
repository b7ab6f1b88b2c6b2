import { expect, test } from "vitest";
import { countryPath, namesOn, spotOn } from "./place-lines.ts";

const picture = { latitude: 60, longitude: 10, width: 300, height: 150, perDegree: 50 };

const square = (west: number, south: number, size: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

test("the place is in the middle, north is up, and degrees of longitude are narrower in the north", () => {
  expect(spotOn(picture, 10, 60)).toEqual([150, 75]);
  const [x, y] = spotOn(picture, 11, 61);
  expect([Math.round(x), Math.round(y)]).toEqual([175, 25]);
});

test("shapes outside the picture are left out, and a shape around it fills it", () => {
  expect(countryPath(picture, square(50, 60, 5))).toBe("");
  expect(countryPath(picture, square(9, 59, 2))).toMatch(/^M125\.0,125\.0L/);
  expect(countryPath(picture, square(-50, 0, 89))).toMatch(/^M.*Z$/);
  expect(countryPath(picture, { type: "Point", coordinates: [10, 60] })).toBe("");
});

test("names of towns do not lie over each other, nor over the mark", () => {
  const town = (name: string, population: number, longitude: number, latitude: number) => ({
    ...{ name, population, longitude, latitude },
  });
  const towns = [
    town("Beside", 10, 12.1, 61.02),
    town("Large", 1_000, 12, 61),
    town("Middle", 5_000, 10, 60),
    town("Far", 9_000, 40, 10),
  ];
  expect(namesOn(picture, towns).map(({ name }) => name)).toEqual(["Middle", "Large"]);
  expect(namesOn(picture, towns)[0]).toEqual({ name: "Middle", x: 150, y: 63 });
});
