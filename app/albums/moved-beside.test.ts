import { expect, test } from "vitest";
import { droppedBefore, movedBeside } from "./moved-beside.ts";

const order = ["a", "b", "c", "d", "e"];

test("a photo moves by one place, and not beyond the ends", () => {
  expect(movedBeside(order, ["c"], -1)).toBe("b");
  expect(movedBeside(order, ["c"], 1)).toBe("e");
  expect(movedBeside(order, ["d"], 1)).toBe(null);
  expect(movedBeside(order, ["a"], -1)).toBe(undefined);
  expect(movedBeside(order, ["e"], 1)).toBe(undefined);
});

test("several photos move together", () => {
  expect(movedBeside(order, ["b", "d"], -1)).toBe("a");
  expect(movedBeside(order, ["b", "d"], 1)).toBe(null);
  expect(movedBeside(order, order, 1)).toBe(undefined);
});

test("dropped photos stand before the first photo there that is not moved itself", () => {
  expect(droppedBefore(order, ["a"], 2)).toBe("c");
  expect(droppedBefore(order, ["c", "d"], 2)).toBe("e");
  expect(droppedBefore(order, ["a"], 5)).toBe(null);
});
