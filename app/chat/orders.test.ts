import { expect, test } from "vitest";
import { everything } from "#server/search/plan/everything.ts";
import { inOrder, orderOf, ordersOf } from "./orders.ts";

const plan = { ...everything, text: "skiing" };

test("the order by date puts the newest first, unless the question asked for the oldest", () => {
  expect(inOrder(plan, "date", "relevance").sort).toBe("newest");
  expect(inOrder(plan, "date", "oldest").sort).toBe("oldest");
  expect(inOrder({ ...plan, sort: "oldest" }, "relevance", "oldest").sort).toBe("relevance");
  expect(inOrder(plan, "best", "best").sort).toBe("best");
});

test("only orders that make a difference are offered", () => {
  expect(ordersOf(plan, "relevance")).toEqual(["relevance", "date"]);
  expect(ordersOf(plan, "best")).toEqual(["best", "relevance", "date"]);
  expect(ordersOf(everything, "best")).toEqual(["best", "date"]);
  expect(ordersOf(everything, "oldest")).toEqual([]);
  expect(
    (["best", "relevance", "newest", "oldest"] as const).map((sort) => orderOf({ ...plan, sort })),
  ).toEqual(["best", "relevance", "date", "date"]);
});
