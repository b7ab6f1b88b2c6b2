import { expect, test } from "vitest";
import { z } from "zod";
import { uuid } from "./uuid.ts";

test("ids are UUIDs of version 7 that sort by time", () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((time) => uuid(time));
  for (const id of ids) expect(() => z.uuidv7().parse(id)).not.toThrow();
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]?.startsWith("018bcfe5-6800-7")).toBe(true);
});

test("no two ids are equal", () => {
  expect(new Set(Array.from({ length: 1000 }, () => uuid(1_700_000_000_000))).size).toBe(1000);
});
