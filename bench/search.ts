import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import type { Row } from "./row.ts";
import { percentiles, timed, times } from "./statistics.ts";
import {
  byText,
  byVector,
  dimension,
  type Question,
  syntheticLibrary,
  tokensOf,
} from "./synthetic-library.ts";

const photos = 10_000;
const rounds = 60;

/** The goal: a search takes no longer than three plain passes over the vectors. */
const mostPasses = 3;

/**
 * Searches an index with 10,000 × 4096 synthetic clustered vectors and captions of 60 to 120 Zipf words, and
 * compares that with one plain pass over the same bytes in memory: a loop in the same language over the same
 * kind of array that adds the numbers up.
 */
export async function benchSearch(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "glimpse-bench-"));
  const index = await createEmbeddedIndex({ folder });
  try {
    const library = syntheticLibrary(photos);
    const vectors = new Float16Array(photos * dimension);
    const fillTime = await timed(() =>
      library.fill(index, (vector, number) => vectors.set(vector, number * dimension)),
    );
    const pass = percentiles(await times(20, async () => add(vectors)));

    const first = await timed(() => byVector(index, [], library.question().vector));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const searches: [name: string, search: (asked: Question) => Promise<unknown>][] = [
      ["vector", ({ vector }) => byVector(index, [], vector)],
      ["vector, 1 % filter", ({ vector, filter }) => byVector(index, filter, vector)],
      ["text", ({ tokens }) => byText(index, [], tokens)],
      [
        "text with a word of every caption",
        ({ tokens }) => byText(index, [], [...tokens, ...tokensOf("w0")]),
      ],
      [
        "vector and text",
        ({ vector, tokens }) => Promise.all([byVector(index, [], vector), byText(index, [], tokens)]),
      ],
      [
        "vector and text, 1 % filter",
        ({ vector, tokens, filter }) =>
          Promise.all([byVector(index, filter, vector), byText(index, filter, tokens)]),
      ],
    ];
    const rows: Row[] = [];
    for (const [name, search] of searches) {
      const once = () => search(library.question());
      await times(5, once);
      const { p50, p95 } = percentiles(await times(rounds, once));
      const passes = p50 / pass.p50;
      rows.push(
        { name: `search 10k × 4096: ${name}, p50`, value: p50, unit: "ms" },
        { name: `search 10k × 4096: ${name}, p95`, value: p95, unit: "ms" },
        {
          name: `search 10k × 4096: ${name}, p50 in plain passes`,
          value: passes,
          unit: "×",
          goal: `≤ ${mostPasses}`,
          ok: passes <= mostPasses,
        },
      );
    }
    delay.disable();
    return [
      { name: "index 10k × 4096: written", value: photos / (fillTime / 1000), unit: "photos/s" },
      { name: "search 10k × 4096: one plain pass over the vectors, p50", value: pass.p50, unit: "ms" },
      {
        name: "search 10k × 4096: the very first (thread started, vectors loaded)",
        value: first,
        unit: "ms",
      },
      ...rows,
      {
        name: "search 10k × 4096: halts of the asking thread, p99",
        value: delay.percentile(99) / 1e6,
        unit: "ms",
      },
    ];
  } finally {
    await index.close();
    await rm(folder, { recursive: true });
  }
}

function add(numbers: Float16Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] ?? 0;
  return sum;
}

if (process.argv[1] === import.meta.filename) console.table(await benchSearch());
