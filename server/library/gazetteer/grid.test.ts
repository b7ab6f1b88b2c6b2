import { expect, test } from "vitest";
import { randomOf } from "#tests/fixtures/photos.ts";
import { distance } from "../earth.ts";
import { createGrid } from "./grid.ts";

test("all towns within a distance are found, also across the date line and at the poles", () => {
  const random = randomOf(3);
  const count = 3_000;
  const latitudes = Float32Array.from({ length: count }, () => random() * 180 - 90);
  const longitudes = Float32Array.from({ length: count }, () => random() * 360 - 180);
  const grid = createGrid({ count, latitudes, longitudes });
  const points = [
    [0, 180],
    [0, -180],
    [89.9, 0],
    [-90, 90],
    [90, -180],
    [60, 179.9],
    [-45.5, 10],
  ];
  for (let more = 0; more < 100; more++) points.push([random() * 180 - 90, random() * 360 - 180]);
  for (const [latitude = 0, longitude = 0] of points) {
    for (const km of [50, 700, 3_000]) {
      const near = Array.from({ length: count }, (_, town) => town).filter(
        (town) => distance(latitude, longitude, latitudes[town] ?? 0, longitudes[town] ?? 0) <= km,
      );
      const found = grid.within(latitude, longitude, km).map(({ town }) => town);
      expect(found.sort((one, other) => one - other)).toEqual(near);
    }
  }
});

test("a distance is measured along the surface of the earth", () => {
  expect(distance(0, 0, 90, 0)).toBeCloseTo((6371 * Math.PI) / 2, 3);
  expect(distance(0, 179.5, 0, -179.5)).toBeCloseTo(111.2, 1);
});
