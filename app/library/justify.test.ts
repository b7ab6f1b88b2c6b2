import { expect, test } from "vitest";
import { evenCount, justify } from "./justify.ts";

const desktop = { width: 936, row: 184, gap: 4 };
const phone = { width: 375, row: 124, gap: 3 };
const ratios = [
  1.5, 0.67, 0.75, 1.33, 1.33, 1.5, 1.33, 1.33, 1.5, 0.75, 0.75, 1.5, 1.33, 1.33, 1, 1.78, 0.56, 1.5, 3.2,
  1.33,
];
const itself = (ratio: number) => ratio;

test.each([desktop, phone])("every row fills the width, in the photos' order", (shape) => {
  const rows = justify(ratios, itself, shape);
  expect(rows.flatMap((row) => row.items)).toEqual(ratios);
  for (const { items, height } of rows) {
    const width = items.reduce((sum, ratio) => sum + ratio * height, 0) + shape.gap * (items.length - 1);
    expect(width).toBeCloseTo(shape.width, 6);
    expect(height).toBeGreaterThan(shape.row * 0.6);
    expect(height).toBeLessThan(shape.row * 1.6);
  }
});

test("no photo stands alone in the last row", () => {
  for (let count = 5; count <= ratios.length; count++) {
    const rows = justify(ratios.slice(0, count), itself, desktop);
    expect(rows.at(-1)?.items.length).toBeGreaterThan(1);
  }
});

test("one photo makes one row, and no photos make none", () => {
  expect(justify([1.5], itself, desktop)).toEqual([{ items: [1.5], height: 624 }]);
  expect(justify([], itself, desktop)).toEqual([]);
});

test("a panorama wider than the page still gets a row", () => {
  const rows = justify([14, 1.5, 1.5, 1.5, 1.5], itself, phone);
  expect(rows[0]?.items).toEqual([14]);
  expect(rows.flatMap((row) => row.items)).toHaveLength(5);
});

test("an answer shows as many photos as fill even rows", () => {
  const count = evenCount(ratios, 12, 24, desktop);
  expect(count).toBeGreaterThanOrEqual(12);
  expect(count).toBeLessThanOrEqual(ratios.length);
  expect(evenCount([1.5, 1.5], 12, 24, desktop)).toBe(2);
  const many = Array.from({ length: 60 }, (_, index) => ratios[index % ratios.length] ?? 1);
  expect(evenCount(many, 8, 9, phone)).toBeGreaterThanOrEqual(8);
  expect(evenCount(many, 8, 9, phone)).toBeLessThanOrEqual(9);
});
