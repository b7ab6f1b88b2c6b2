import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { asText, circumstances, withFigures } from "#bench/report.ts";
import type { Row } from "#bench/row.ts";
import { hostileCorpus } from "./hostile-corpus.ts";
import { killedWebs } from "./killed-webs.ts";
import { killedWorkers } from "./killed-workers.ts";
import { mixedLoad } from "./mixed-load.ts";

/**
 * Tortures Glimpse for some minutes and says what held. `npm run torture -- [minutes] [--seed n] [--only words] [--write]`;
 * `--write` puts the figures into docs/reliability.md. Exits with 1 if a promise did not hold.
 */
const scenarios = [killedWebs, killedWorkers, hostileCorpus, mixedLoad];
const place = "docs/reliability.md";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    write: { type: "boolean" },
  },
});
const minutes = Number(positionals[0] ?? 10);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error("torture: say how many minutes, and a whole number as --seed");
  process.exit(2);
}
console.log(`torture: ${minutes} minutes, seed ${seed}`);
const rows: Row[] = [];
const chosen = scenarios.filter(({ name }) => name.includes(values.only ?? ""));
for (const scenario of chosen) {
  console.log(`\n${scenario.name}`);
  const found = await scenario.run({ forMs: (minutes * 60_000) / chosen.length, seed });
  console.log(asText(found));
  rows.push(...found);
}
if (values.write) {
  const command = `npm run torture -- ${minutes} --seed ${seed}`;
  writeFileSync(place, withFigures(readFileSync(place, "utf8"), circumstances(command), rows));
}
process.exit(rows.every(({ ok }) => ok !== false) ? 0 : 1);
