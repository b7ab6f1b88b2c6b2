import { randomInt } from "node:crypto";
import { expect, onTestFailed, test } from "vitest";
import { hasProc } from "./fixtures/processes.ts";
import { openLimit, treeLimit } from "./torture/hostile-corpus.ts";
import { abuse } from "./torture/hostile-run.ts";

/** `npm run torture -- --only hostile` takes a thousand. */
const files = 150;

test.runIf(hasProc)(
  "broken and hostile files end with a photo or a named reason, and the worker lives",
  async () => {
    const { GLIMPSE_TEST_SEED: given } = process.env;
    const seed = given ? Number(given) : randomInt(1_000_000);
    onTestFailed(() => console.error(`GLIMPSE_TEST_SEED=${seed} makes the same files again.`));
    const found = await abuse({ files, seed, sendFor: 100_000, waitFor: 200_000 });
    expect(found.sent).toBe(files);
    expect(found).toMatchObject({ faults: 0, endless: 0, unnamed: 0, died: 0, goodFailed: 0 });
    const { whole, part, facts, failed } = found.ends;
    expect(whole + part + facts + failed).toBeGreaterThan(files / 2);
    expect(found.good).toBeGreaterThan(0);
    expect(found.longestOpen / 1_000).toBeLessThan(openLimit);
    expect(found.peak / 1e6).toBeLessThan(treeLimit);
  },
  240_000,
);
