import { existsSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Threads and processes that the tests start do not compile again what was compiled once.
const compiled = resolve(import.meta.dirname, "node_modules/.cache/node");
process.env.NODE_COMPILE_CACHE ??= compiled;

/** Some 40 runs. Vitest gives each unit test a new address in each run, so that what is kept of it is never read again. */
const mostCompiled = 20_000;
if (existsSync(compiled) && readdirSync(compiled, { recursive: true }).length > mostCompiled)
  rmSync(compiled, { recursive: true, force: true, maxRetries: 3 });

const everywhere = "{app,server,worker,client,cli,tests,scripts,bench,evaluation}";
const system = `${everywhere}/**/*.system.test.{ts,tsx}`;

/** A folder in memory, where there is enough of it. */
function memory(): string | null {
  const folder = "/dev/shm";
  if (!existsSync(folder)) return null;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 1e9 ? folder : null;
}

const inMemory = memory();

/** A file's name says which tests it holds: `*.system.test.ts` those that need processes, sockets or a browser. */
export default defineConfig({
  test: {
    pool: "forks",
    reporters: ["default", "./scripts/slowest-files.ts"],
    maxWorkers: 2,
    // A busy machine takes many times as long as an idle one. A test that passes waits no longer than it must.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 40_000 } },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          // Node runs these files as it runs Glimpse; Vite would first rewrite each import to something slower. So a unit
          // test imports no .tsx, which Node cannot read. Nothing uses vi.mock, for which Vitest would read each file.
          experimental: { viteModuleRunner: false, nodeLoader: false },
          // Thousands of commits wait for the disk otherwise. No unit test outlives its process, so none needs one.
          env: inMemory === null ? {} : { TMPDIR: inMemory },
          include: [`${everywhere}/**/*.test.{ts,tsx}`],
          exclude: [system],
        },
      },
      { extends: true, test: { name: "system", include: [system] } },
    ],
  },
});
