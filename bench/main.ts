import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { hasProc } from "#tests/fixtures/processes.ts";
import { benchAgainst } from "./against.ts";
import { benchConcepts } from "./concepts.ts";
import { benchDescribe } from "./describe.ts";
import { benchEngines } from "./engines.ts";
import { benchHeic } from "./heic.ts";
import { benchIngest } from "./ingest.ts";
import { benchLarge } from "./large.ts";
import type { LibrarySize } from "./large-library.ts";
import { benchMemory } from "./memory.ts";
import { benchQuestions } from "./questions.ts";
import { asText, circumstances, withFigures } from "./report.ts";
import type { Row } from "./row.ts";
import { benchScreens } from "./screens.ts";
import { benchSearch } from "./search.ts";
import { benchUploads } from "./uploads.ts";

/** `longest`: in milliseconds; a benchmark that takes longer is stuck. */
const benches: Record<
  string,
  { run: (options: Options) => Promise<Row[]>; needsProc?: true; longest?: number }
> = {
  ingest: { run: async () => [...(await benchIngest()), ...(await benchHeic())] },
  search: { run: async () => [...(await benchSearch()), ...(await benchQuestions())] },
  concepts: { run: benchConcepts },
  large: { run: ({ size, library }) => benchLarge(size, library), needsProc: true, longest: 3_600_000 },
  screens: { run: ({ library }) => benchScreens(library), longest: 1_200_000 },
  memory: { run: benchMemory, needsProc: true },
  describe: { run: benchDescribe },
  engines: { run: benchEngines },
  uploads: { run: benchUploads, needsProc: true },
  against: { run: ({ commit }) => benchAgainst(commit), longest: 1_200_000 },
};
/** The version that was measured before the work on speed began. */
const before = "9fbf6d2";

interface Options {
  size: LibrarySize | undefined;
  library: string | undefined;
  /** The commit that "against" is measured beside. */
  commit: string;
}
const names = Object.keys(benches);
/** In milliseconds. A benchmark that takes longer is stuck. */
const longest = 400_000;
const results = join(import.meta.dirname, "results.json");
const document = join(import.meta.dirname, "../docs/benchmarks.md");

const help = `npm run bench [-- [--write] [name …]]

Measures Glimpse's speed and memory and compares them with its goals. A missed goal is reported, but is no error.
Names: ${names.join(", ")}; "against" may be followed by a commit, ${before} by default. Without a name it runs all. Writes bench/results.json.

  --write   also writes the figures into docs/benchmarks.md (only without names)
  --library <folder>       keeps the libraries of "large" and "screens" there for the next run
  --photos <n> --numbers <n>   its size, 100,000 photos with vectors of 4,096 numbers by default
  --help    prints this`;

/** Returns the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: "boolean" },
      help: { type: "boolean" },
      library: { type: "string" },
      photos: { type: "string", default: "100000" },
      numbers: { type: "string", default: "4096" },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  // The name "against" is followed by a commit.
  const [commit = before] = positionals[0] === "against" ? positionals.splice(1) : [];
  const unknown = positionals.find((name) => !benches[name]);
  if (unknown) throw new Error(`there is no benchmark called ${unknown}: ${names.join(", ")}`);
  if (values.write && positionals.length > 0)
    throw new Error("--write takes all benchmarks: leave the names out");

  const options = {
    size: { photos: Number(values.photos), numbers: Number(values.numbers) },
    library: values.library,
    commit,
  };
  const rows: Row[] = [];
  let broken = false;
  for (const name of positionals.length > 0 ? positionals : names) {
    const bench = benches[name];
    if (!bench) continue;
    if (bench.needsProc && !hasProc) {
      console.error(`${name}: left out, memory is read from /proc, which only Linux has`);
      continue;
    }
    console.error(`${name} …`);
    try {
      rows.push(...(await withinLimit(bench.run(options), bench.longest ?? longest)));
    } catch (error) {
      broken = true;
      console.error(`${name} broke:`, error);
    }
  }
  console.log(asText(rows));
  const from = circumstances(
    ["npm run bench", ...(positionals.length > 0 ? ["--", ...positionals] : [])].join(" "),
  );
  await writeFile(results, `${JSON.stringify({ ...from, rows }, null, 2)}\n`);
  if (values.write && !broken) {
    await writeFile(document, withFigures(await readFile(document, "utf8"), from, rows));
  }
  return broken ? 1 : 0;
}

async function withinLimit(rows: Promise<Row[]>, longest: number): Promise<Row[]> {
  const timeout = new AbortController();
  const late = pause(longest, undefined, { signal: timeout.signal }).then(() => {
    throw new Error(`it took longer than ${longest / 1000} s`);
  });
  try {
    return await Promise.race([rows, late]);
  } finally {
    timeout.abort();
    late.catch(() => {});
  }
}

main().then(
  // Exiting also ends everything that a stuck benchmark still holds.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
