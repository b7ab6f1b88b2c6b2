import { describe } from "vitest";
import { filterContract } from "./contract/filtering.ts";
import type { OpenIndex } from "./contract/fixtures.ts";
import { searchContract } from "./contract/searching.ts";
import { writeContract } from "./contract/writing.ts";

/** Tests what every PhotoIndex must do. `open` gives a fresh, empty store each time. */
export function photoIndexContract(name: string, open: OpenIndex): void {
  describe(name, () => {
    describe("writing", () => writeContract(open));
    describe("searching", () => searchContract(open));
    describe("filtering", () => filterContract(open));
  });
}
