import { expect, test } from "vitest";
import { isTypo } from "./typos.ts";

test.each([
  ["lisbom", "lisbon"],
  ["lisbno", "lisbon"],
  ["lisbn", "lisbon"],
  ["lissbon", "lisbon"],
  ["copenhaagn", "copenhagen"],
])("%s is %s", (written, meant) => expect(isTypo(written, meant)).toBe(true));

test.each([
  ["lisbon", "lisbon"],
  ["nise", "nice"],
  ["lbisno", "lisbon"],
  ["berlin", "merlot"],
  ["copenhagen", "openheaven"],
  ["a".repeat(2_000), "b".repeat(2_000)],
])("%s is not %s", (written, meant) => expect(isTypo(written, meant)).toBe(false));
