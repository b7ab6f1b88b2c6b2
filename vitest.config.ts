import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Threads and processes that the tests start do not compile again what was compiled once.
process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, "node_modules/.cache/node");

const everywhere = "{app,server,worker,client,cli,tests,scripts,bench,evaluation}";
const system = `${everywhere}/**/*.system.test.{ts,tsx}`;

/** A file's name says which tests it holds: `*.system.test.ts` those that need processes, sockets or a browser. */
export default defineConfig({
  test: {
    pool: "forks",
    reporters: ["default", "./scripts/slowest-files.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          include: [`${everywhere}/**/*.test.{ts,tsx}`],
          exclude: [system],
        },
      },
      { extends: true, test: { name: "system", include: [system] } },
    ],
  },
});
