import { expect, test } from "vitest";
import { layOutShelf } from "./shelf-layout.ts";
import { heightOf, markAt } from "./shelf-place.ts";

const ratios = [1];
const headings = { section: 60, day: 40 };
const shape = { width: 1000, row: 200, gap: 4 };
const of = (key: string, ...days: number[]) => ({
  key,
  days,
  shapes: "#".repeat(days.reduce((sum, value, at) => sum + (at % 2 ? value : 0), 0)),
});
const before = layOutShelf(
  { ratios, sections: [of("2024-02", 9, 30, 8, 40), of("2024-01", 5, 20)] },
  shape,
  headings,
);

test("a mark stands where it stood, and moves with what comes before it", () => {
  for (const shown of [0, 130, 777, 1_500, 2_500]) {
    const mark = markAt(before, shown);
    if (!mark) throw new Error("there is no mark");
    expect(heightOf(before, mark)).toBe(shown);
  }
  const shown = 1_500;
  const mark = markAt(before, shown);
  const after = layOutShelf(
    { ratios, sections: [of("2024-03", 1, 50), of("2024-02", 9, 35, 8, 40), of("2024-01", 5, 20)] },
    shape,
    headings,
  );
  const now = mark && heightOf(after, mark);
  expect(now).toBeGreaterThan(shown + 1_000);
  const below = expect.closeTo(mark?.below ?? 0, 3);
  expect(now && markAt(after, now)).toEqual({ ...mark, below });
});

test("a mark whose day or section is gone stands at what is left", () => {
  const mark = markAt(before, 900);
  const without = layOutShelf({ ratios, sections: [of("2024-02", 8, 40)] }, shape, headings);
  expect(mark && heightOf(without, { ...mark, day: 9 })).toBe(0);
  expect(mark && heightOf(layOutShelf({ ratios, sections: [] }, shape, headings), mark)).toBe(null);
});
