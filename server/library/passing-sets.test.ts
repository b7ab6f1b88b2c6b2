import { expect, test } from "vitest";
import { createPassingSets } from "./passing-sets.ts";

const set = (photos: number) => ({
  plan: "{}",
  total: photos,
  hits: new Uint8Array(28 * photos),
  found: null,
});

test("the sets that were used last stay, and all together never take more than the limit", () => {
  const sets = createPassingSets(9_000);
  sets.keep("me", "first", set(100));
  sets.keep("me", "second", set(100));
  expect(sets.find("me", "first")?.total).toBe(100);
  sets.keep("me", "third", set(100));
  expect(["first", "second", "third"].map((id) => sets.find("me", id)?.total)).toEqual([100, undefined, 100]);
});

test("a set that is larger than the limit is not kept, and drops no others", () => {
  const sets = createPassingSets(10_000);
  sets.keep("me", "small", set(1));
  sets.keep("me", "huge", set(10_000));
  expect(sets.find("me", "huge")).toBeUndefined();
  expect(sets.find("me", "small")?.total).toBe(1);
});

test("nobody finds the set of somebody else", () => {
  const sets = createPassingSets();
  sets.keep("me", "mine", set(1));
  expect(sets.find("you", "mine")).toBeUndefined();
});
