import { expect, test } from "vitest";
import { median } from "./statistics.ts";

test("the median does not depend on the order", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
  expect(median([])).toBeNaN();
});
