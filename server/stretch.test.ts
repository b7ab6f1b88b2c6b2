import { expect, test } from "vitest";
import { stretchAsked } from "./stretch.ts";

test.each([
  ["bytes=0-", { first: 0, last: 99 }],
  ["bytes=0-0", { first: 0, last: 0 }],
  ["bytes=10-19", { first: 10, last: 19 }],
  ["bytes=90-200", { first: 90, last: 99 }],
  ["bytes=-10", { first: 90, last: 99 }],
  ["bytes=-200", { first: 0, last: 99 }],
  ["bytes=100-", "beyond"],
  ["bytes=500-600", "beyond"],
  ["bytes=-0", "beyond"],
  ["bytes=20-10", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  ["bytes=a-b", null],
  ["lines=0-1", null],
  [undefined, null],
] as const)("of 100 bytes %s is %o", (range, stretch) => {
  expect(stretchAsked({ range }, 100, '"a"')).toEqual(stretch);
});

test("a stretch of an older version is not asked for; then all is sent", () => {
  const asked = (tag: string) => stretchAsked({ range: "bytes=0-1", "if-range": tag }, 100, '"a"');
  expect(asked('"a"')).toEqual({ first: 0, last: 1 });
  expect(asked('"b"')).toBeNull();
  expect(asked('W/"a"')).toBeNull();
  expect(asked("Mon, 30 Nov 2026 00:00:00 GMT")).toBeNull();
  expect(stretchAsked({ range: "bytes=0-1" }, 0, '"a"')).toBe("beyond");
});
