import { expect, test } from "vitest";
import { cellsOf, lastAbove, lastFrom, layOutShelf, photoBeside } from "./shelf-layout.ts";

const shape = { width: 1000, row: 200, gap: 4 };
const headings = { section: 64, day: 40 };
const ratios = Array.from({ length: 91 }, (_, step) => 0.4 * 10 ** (step / 90));
/** 4:3, 2:3 and 1:1 in turn. */
const shapes = (photos: number) => Array.from({ length: photos }, (_, at) => "R9I"[at % 3]).join("");

function shelf(...months: number[][]) {
  return {
    ratios,
    sections: months.map((days, at) => ({
      key: `20${10 + at}-01`,
      days,
      shapes: shapes(days.reduce((sum, value, index) => sum + (index % 2 ? value : 0), 0)),
    })),
  };
}

test("every photo stands in one row, rows do not overlap, and full rows are exactly as wide as the grid", () => {
  const layout = layOutShelf(shelf([31, 40, 30, 1, 29, 2, 3, 17], [12, 3], [0, 500]), shape, headings);
  let next = 0;
  const widths: number[] = [];
  for (const [at, row] of layout.rows.entries()) {
    expect(row.first).toBe(next);
    next += row.photos;
    const last = cellsOf(layout, row).at(-1) ?? { left: 0, width: 0 };
    const right = last.left + last.width;
    widths.push(right);
    expect(right).toBeLessThanOrEqual(1000.01);
    const above = layout.rows[at - 1];
    if (above && above.top !== row.top) expect(row.top).toBeGreaterThanOrEqual(above.top + above.height + 4);
    expect(row.height).toBeLessThanOrEqual(200 * 1.5);
  }
  expect(next).toBe(layout.ratios.length);
  expect(widths.filter((width) => Math.abs(width - 1000) < 0.01).length).toBeGreaterThan(widths.length / 2);
  const end = layout.rows.at(-1);
  expect(layout.height).toBeGreaterThan((end?.top ?? 0) + (end?.height ?? 0));
});

test("days with few photos share a line, each under its own heading", () => {
  const layout = layOutShelf(shelf([9, 1, 8, 1, 7, 1, 6, 30]), shape, headings);
  const [nine, eight, seven, six] = layout.days;
  expect([nine?.top, eight?.top, seven?.top]).toEqual([64, 64, 64]);
  expect(eight?.left).toBeGreaterThan((nine?.left ?? 0) + (nine?.width ?? 0));
  expect(six?.left).toBe(0);
  expect(six?.top).toBe(64 + 40 + 200 + 4);
});

test("without headings the photos of an answer stand close", () => {
  const layout = layOutShelf(shelf([0, 20]), shape, { section: 0, day: 0 });
  expect(layout.days).toEqual([]);
  expect(layout.rows[0]?.top).toBe(0);
});

test("rows and photos are found by place and by number", () => {
  const layout = layOutShelf(shelf([0, 100]), shape, headings);
  for (const [at, row] of layout.rows.entries()) {
    expect(lastAbove(layout.rows, row.top)).toBe(at);
    expect(lastAbove(layout.rows, row.top + row.height)).toBe(at);
    expect(lastFrom(layout.rows, row.first + row.photos - 1)).toBe(at);
  }
  const second = layout.rows[1];
  expect(photoBeside(layout, 0, 1)).toBe(second?.first);
  expect(photoBeside(layout, second?.first ?? 0, -1)).toBe(0);
  expect(photoBeside(layout, 0, -1)).toBe(0);
  expect(photoBeside(layout, 99, 1)).toBe(99);
});

test("an empty shelf has no height", () => {
  expect(layOutShelf({ ratios, sections: [] }, shape, headings).height).toBe(0);
});
