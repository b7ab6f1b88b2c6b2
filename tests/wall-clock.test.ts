import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * The files that may read the wall clock, with the reason. People and time servers set that clock, so nothing that
 * waits, expires or is given up may be measured by it: `performance.now()` measures within a process, and
 * `library/clock.ts` across processes and starts.
 */
const mayAsk: Record<string, string> = {
  "server/library/clock.ts": "it judges the wall clock",
  "server/doctor.ts": "it tells whether the clock is right, and how old copies are to a person",
  "server/engines/database/migrate.ts": "a note for people",
  "server/engines/database/sqlite-copies.ts": "it compares with times of files",
  "server/engines/objects/disk.ts": "it compares with times of files, where the clock is trusted",
  "server/engines/index/milvus/newest.ts": "photos have no dates after today",
  "server/maintenance/backup.ts": "the time in an archive",
  "worker/model-lanes.ts": "hours for describing are those on a person's wall",
};

test("nothing is measured by the wall clock", () => {
  const asks = ["server", "worker", "cli", "scripts"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.endsWith(".test.ts"))
    .filter((name) => readFileSync(name, "utf8").includes("Date.now()"));
  expect(asks.sort()).toEqual(Object.keys(mayAsk).sort());
});
