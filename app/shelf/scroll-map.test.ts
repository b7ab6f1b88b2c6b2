import { expect, test } from "vitest";
import { heightsOf, moved, scrolledFor } from "./scroll-map.ts";

test("a shelf that fits a page moves as the page does", () => {
  const heights = heightsOf(5_000, 800);
  expect(moved({ scrolled: 0, shown: 0 }, 321, heights)).toEqual({ scrolled: 321, shown: 321 });
  expect(scrolledFor(321, heights)).toBe(321);
});

test("a higher one moves step by step with the wheel, and in proportion by the bar", () => {
  const heights = heightsOf(50_000, 800, 10_000);
  expect(heights.page).toBe(10_000);
  expect(moved({ scrolled: 0, shown: 0 }, 100, heights).shown).toBe(100);
  expect(moved({ scrolled: 100, shown: 100 }, 4_700, heights).shown).toBeCloseTo((4_700 * 49_200) / 9_200);
  expect(moved({ scrolled: 9_000, shown: 40_000 }, 9_200, heights).shown).toBe(49_200);
  expect(moved({ scrolled: 100, shown: 5_000 }, 0, heights).shown).toBe(0);
});

test("scrolling the page to a place of the shelf shows that place", () => {
  const heights = heightsOf(50_000, 800, 10_000);
  for (const shown of [0, 12_345, 49_200]) {
    const scrolled = scrolledFor(shown, heights);
    expect(moved({ scrolled: -1e9, shown: 0 }, scrolled, heights).shown).toBeCloseTo(shown, 3);
  }
});
