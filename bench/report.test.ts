import { expect, test } from "vitest";
import { asMarkdown, asText, figure, withFigures } from "./report.ts";
import type { Row } from "./row.ts";

const rows: Row[] = [
  { name: "sharp alone", value: 12.345, unit: "photos/s" },
  { name: "share", value: 0.5, unit: "×", goal: "≥ 0.6", ok: false },
  { name: "RSS", value: 131.6, unit: "MB", goal: "≤ 150", ok: true },
];

test("a figure has about three digits", () => {
  expect([0.123, 1, 12.345, 131.6, 1312].map(figure)).toEqual(["0.12", "1.00", "12.3", "132", "1312"]);
});

test("on screen, columns are aligned, and a goal is held or missed", () => {
  expect(asText(rows).split("\n")).toEqual([
    "             value  unit      goal",
    "sharp alone   12.3  photos/s",
    "share         0.50  ×         ≥ 0.6  missed",
    "RSS            132  MB        ≤ 150  held",
  ]);
});

test("a document keeps its words, and gets new figures", () => {
  const from = { date: "2026-01-02", machine: "a machine", node: "v24.0.0", command: "npm run bench" };
  const empty = "# Figures\n<!-- begin: figures, written by a command -->\n<!-- end -->\nThe end.\n";
  const once = withFigures(empty, from, rows);
  expect(once).toContain("`npm run bench` on 2026-01-02: a machine; Node v24.0.0.");
  expect(once).toContain(asMarkdown(rows));
  expect(once.startsWith("# Figures\n") && once.endsWith("\nThe end.\n")).toBe(true);
  expect(withFigures(once, from, rows)).toBe(once);
  expect(() => withFigures("# Figures", from, rows)).toThrow("no place");
});
