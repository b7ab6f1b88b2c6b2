import { expect, test } from "vitest";
import type { Clause, PhotoIndex } from "../engines/index/port.ts";
import type { Photos } from "../library/photos.ts";
import type { Position } from "../library/traits.ts";
import { filteringBy } from "./filters.ts";
import type { PlanFilter } from "./types.ts";

const near = (value: number[], more: Partial<PlanFilter> = {}): PlanFilter => ({
  ...{ field: "near", operator: "near", value, negated: false, either: null, words: "", label: "" },
  ...more,
});

/** Computes a distance by the law of cosines, in another way than the code. */
function kilometres(a: Position, b: Position): number {
  const r = Math.PI / 180;
  const cosine =
    Math.sin(a.latitude * r) * Math.sin(b.latitude * r) +
    Math.cos(a.latitude * r) * Math.cos(b.latitude * r) * Math.cos((a.longitude - b.longitude) * r);
  return 6_371.01 * Math.acos(Math.min(1, Math.max(-1, cosine)));
}

/** Applies the clauses of a box as the index would. */
function passes(clauses: Clause[], position: Position): boolean {
  return clauses.every((clause) => {
    if (Array.isArray(clause) || !Array.isArray(clause.value)) throw new Error("no box");
    const at = position[clause.field as keyof Position];
    const ranges = clause.value.map(Number);
    return ranges.some((from, i) => i % 2 === 0 && at >= from && at < (ranges[i + 1] ?? 0));
  });
}

function among(positions: Position[]) {
  const byId = new Map(positions.map((position, at) => [String(at), position]));
  const photos = { positions: async () => byId } as unknown as Photos;
  const index = { browse: async () => [] } as unknown as PhotoIndex;
  return (filter: PlanFilter[]) => filteringBy({ index, photos }, "owner", filter);
}

const middles: [name: string, circle: [number, number, number]][] = [
  ["a town", [38.72, -9.14, 20]],
  ["the date line", [-17.7, 179.9, 60]],
  ["the other side of it", [-17.7, -179.95, 60]],
  ["a pole", [89.9, 10, 40]],
  ["the far north", [78.2, 15.6, 300]],
  ["half the world", [0, 0, 10_007]],
  ["all of it", [10, 20, 20_100]],
];

test.each(
  middles,
)("the box around %s loses no photo of the circle, and the circle is exact", async (_, circle) => {
  const [latitude, longitude, km] = circle;
  const positions = Array.from({ length: 2_000 }, (_, at): Position => {
    const spread = at % 2 === 0 ? Math.min(1, (2 * km) / 111 / 90) : 1;
    const [up, across] = [Math.sin(at * 12.9898) * 90 * spread, Math.sin(at * 78.233) * 180 * spread];
    const east = ((((longitude + across + 180) % 360) + 360) % 360) - 180;
    return { latitude: Math.max(-90, Math.min(90, latitude + up)), longitude: east };
  });
  const { clauses, keep } = among(positions)([near(circle)]);
  const isKept = await keep(positions.map((_, at) => String(at)));
  for (const [at, position] of positions.entries()) {
    const distance = kilometres({ latitude, longitude }, position);
    if (Math.abs(distance - km) < 0.1) continue;
    expect(isKept(String(at)), JSON.stringify(position)).toBe(distance < km);
    if (distance < km) expect(passes(clauses, position), JSON.stringify(position)).toBe(true);
  }
});

test("a negated circle keeps photos elsewhere and photos without a place", async () => {
  const { clauses, keep } = among([
    { latitude: 38.7, longitude: -9.1 },
    { latitude: 48.1, longitude: 11.6 },
  ])([near([38.72, -9.14, 20], { negated: true })]);
  expect(clauses).toEqual([]);
  const isKept = await keep(["0", "1", "unknown"]);
  expect(["0", "1", "unknown"].map(isKept)).toEqual([false, true, true]);
});

test("a chip that is taken off filters nothing", () => {
  expect(among([])([near([38.72, -9.14, 20], { off: true })]).clauses).toEqual([]);
});
