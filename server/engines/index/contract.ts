import { describe } from "vitest";
import { filterContract } from "./contract-suites/filtering.ts";
import type { OpenIndex } from "./contract-suites/fixtures.ts";
import { searchContract } from "./contract-suites/searching.ts";
import { writeContract } from "./contract-suites/writing.ts";

/** Tests what every PhotoIndex must do. `open` gives a fresh, empty store each time. */
export function photoIndexContract(name: string, open: OpenIndex): void {
  describe(name, () => {
    describe("writing", () => writeContract(open));
    describe("searching", () => searchContract(open));
    describe("filtering", () => filterContract(open));
  });
}
