import { expect, test } from "vitest";
import { digestThatCounts } from "./digests.ts";

test.each([
  ["nothing is known of any", null, [], null],
  ["nothing is noted: the first that has the model counts", null, [null, undefined, "b", "a"], "b"],
  ["the noted one is there", "a", ["b", "a"], "a"],
  ["the noted one may be on the server that is away", "a", ["b", undefined], null],
  ["the noted one is there, although another server is away", "a", [undefined, "b", "a"], "a"],
  ["all answer and none has it", "a", ["b", "c"], "b"],
  ["the only server has another by now", "a", ["b"], "b"],
  ["a server that has no such model says nothing", "a", [null, "a"], "a"],
] as const)("%s", (_, noted, found, counts) => expect(digestThatCounts(noted, found)).toBe(counts));
