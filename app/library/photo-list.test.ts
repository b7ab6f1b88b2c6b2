import { expect, test } from "vitest";
import { everything } from "#server/search/plan/everything.ts";
import type { Hit } from "#server/search/types.ts";
import { countOf, listed, type PhotoList, withoutRemoved, withPage, withShelfPage } from "./photo-list.ts";

const why = { words: [], concepts: [], similarity: null, filters: [] };
const hit = (id: string, ...more: string[]) => ({ photo: { id }, score: 0, why, more }) as unknown as Hit;
const idsOf = ({ list }: PhotoList) => list.map(({ id }) => id).join("");
const first: PhotoList = {
  list: listed([hit("a", "b"), hit("c")]),
  rest: { plan: everything, cursor: "set_2", photos: 3 },
  from: "turn",
  like: [],
};

test("folded near-duplicates are browsed too, and the count is that of the answer", () => {
  expect(idsOf(first)).toBe("abc");
  expect(countOf(first)).toBe(6);
});

test("a further page continues the list, and the count stays", () => {
  const page = { plan: everything, total: 6, found: null, hits: [hit("d", "e")], next: "set_3" };
  const second = withPage(first, page);
  expect(idsOf(second)).toBe("abcde");
  expect(countOf(second)).toBe(6);
  const third = withPage(second, { ...page, hits: [hit("f")], next: null });
  expect(idsOf(third)).toBe("abcdef");
  expect(third.rest).toBeNull();
});

test("a removed photo is counted no more, except while it is shown", () => {
  const removed = new Set(["b"]);
  expect(countOf(withoutRemoved(first, removed, "a"))).toBe(5);
  expect(idsOf(withoutRemoved(first, removed, "b"))).toBe("abc");
});

test("a stretch of a shelf that forgets its begin does not count what was removed there", () => {
  const list = Array.from({ length: 400 }, (_, n) => ({ id: `p${n}`, why: null }));
  const stretch: PhotoList = { ...first, list, rest: null, shelf: { of: { kind: "library" }, first: 100 } };
  const longer = withShelfPage(stretch, ["q0", "q1", "q2"], 1, new Set(["p1"]));
  expect(longer.list[0]?.id).toBe("p3");
  expect(longer.shelf?.first).toBe(102);
});
