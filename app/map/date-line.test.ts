import { expect, test } from "vitest";
import { acrossDateLine } from "./date-line.ts";

const polygon = (...longitudes: number[]) => ({
  type: "Polygon" as const,
  coordinates: [longitudes.map((longitude, at) => [longitude, at])],
});

test("a ring that crosses the date line goes on beyond it", () => {
  expect(acrossDateLine(polygon(178, 180, -179, -179, 179, 178))).toEqual(
    polygon(178, 180, 181, 181, 179, 178),
  );
  expect(acrossDateLine(polygon(-179, 179, 179, -179))).toEqual(polygon(-179, -181, -181, -179));
});

test("rings elsewhere, and those around the pole, stay as they are", () => {
  expect(acrossDateLine(polygon(10, 20, 20, 10))).toEqual(polygon(10, 20, 20, 10));
  expect(acrossDateLine(polygon(-180, 0, 180, -180))).toEqual(polygon(-180, 0, 180, -180));
});
