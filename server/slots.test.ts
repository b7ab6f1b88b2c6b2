import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

test("an address has its places, and all together have theirs", async () => {
  const slots = createSlots({ each: 2, all: 3, waiting: 0, patience: 0 });
  const first = await slots.take("a");
  await slots.take("a");
  expect(await slots.take("a")).toBeNull();
  expect(await slots.take("b")).not.toBeNull();
  expect(await slots.take("c")).toBeNull();
  first?.();
  first?.();
  expect(await slots.take("c")).not.toBeNull();
  expect(await slots.take("b")).toBeNull();
});

test("a waiting caller gets the next place, and does not keep others from theirs", async () => {
  const slots = createSlots({ each: 1, all: 2, waiting: 2, patience: 60_000 });
  const order: string[] = [];
  const first = await slots.take("a");
  const second = slots.take("a").then((release) => {
    order.push("a");
    return release;
  });
  const other = await slots.take("b");
  order.push("b");
  expect(other).not.toBeNull();
  first?.();
  expect(await second).not.toBeNull();
  expect(order).toEqual(["b", "a"]);
});

test("a line that is full, or that moves too slowly, is left without a place", async () => {
  const slots = createSlots({ each: 1, all: 1, waiting: 1, patience: 20 });
  await slots.take("a");
  const waits = slots.take("a");
  expect(await slots.take("a")).toBeNull();
  expect(await waits).toBeNull();
});
