import { expect, test } from "vitest";
import { circleIn, partAround, partSeen, stepAt, toAskFor, world } from "./map-view.ts";

test("cells are half as wide a zoom nearer, and stay the same between", () => {
  expect(stepAt(5)).toBe(stepAt(4) / 2);
  expect(stepAt(4.3)).toBe(stepAt(4));
});

test("the part that is seen is rounded outwards to whole cells", () => {
  expect(partSeen({ west: -9.4, south: 38.2, east: -8.1, north: 39.1 }, 0.5)).toEqual({
    ...{ west: -9.5, south: 38, east: -8, north: 39.5 },
  });
});

test("a view that was turned around the world names the world's own longitudes", () => {
  const { west, east } = partSeen({ west: 170, south: -20, east: 190, north: -10 }, 1);
  expect([west, east]).toEqual([170, -170]);
  const far = partSeen({ west: 350, south: 0, east: 370, north: 10 }, 1);
  expect([far.west, far.east]).toEqual([-10, 10]);
});

test("a view of the whole world asks for all of it", () => {
  expect(partSeen({ west: -300, south: -95, east: 300, north: 95 }, 10)).toEqual({
    ...{ west: -180, south: -90, east: 180, north: 90 },
  });
});

test("the circle of a view lies in it", () => {
  expect(circleIn({ west: -9.3, south: 38.6, east: -9, north: 38.8 })).toEqual({
    ...{ latitude: 38.7, longitude: -9.15, km: 11 },
  });
  expect(circleIn({ west: 178, south: -19, east: -178, north: -16 })).toMatchObject({ longitude: 180 });
});

test.each([
  ["38.5,-9.1", { west: -9.15, south: 38.45, east: -9.05, north: 38.55 }],
  ["0,180", { west: 179.95, south: -0.05, east: -179.95, north: 0.05 }],
  ["91,0", null],
  ["1e9,0", null],
  ["", null],
  [null, null],
])("the part around %s", (written, part) => {
  const found = partAround(written);
  const round = (n: number) => Math.round(n * 1e6) / 1e6;
  const { west = 0, south = 0, east = 0, north = 0 } = found ?? {};
  const rounded = { west: round(west), south: round(south), east: round(east), north: round(north) };
  expect(found && rounded).toEqual(part);
});

test("a part that holds all photos is asked for as the world, and one that does not as it is", () => {
  const all = { west: -9.4, south: 34.6, east: 135.5, north: 38.7 };
  const seen = { part: { west: -60, south: -40, east: -170, north: 60 }, step: world.step };
  expect(toAskFor(seen, all)).toEqual({ cells: world, photos: world.part });
  const nearer = { ...seen, step: stepAt(2) };
  expect(toAskFor(nearer, all)).toEqual({ cells: nearer, photos: world.part });
  const wider = { ...seen, part: { ...world.part, south: -60, north: 80 } };
  expect(toAskFor(wider, all)).toEqual({ cells: world, photos: world.part });
  for (const part of [
    { ...seen.part, west: 0 },
    { ...seen.part, east: 135 },
    { ...seen.part, south: 35 },
    { ...seen.part, north: 38 },
  ])
    expect(toAskFor({ ...seen, part }, all)).toEqual({ cells: { ...seen, part }, photos: part });
});

test("photos on both sides of the date line are held by a part that lies across it alone", () => {
  const all = { west: 170, south: -20, east: -170, north: -10 };
  const of = (west: number, east: number) => ({ part: { ...all, west, east }, step: world.step });
  expect(toAskFor(of(160, -160), all).photos).toEqual(world.part);
  expect(toAskFor(of(160, 180), all).photos).toEqual(of(160, 180).part);
  expect(toAskFor(of(-180, 160), all).photos).toEqual(of(-180, 160).part);
});
