import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,server,worker,client,tests,scripts,bench}/**/*.test.{ts,tsx}"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    execArgv: ["--disable-warning=ExperimentalWarning"],
  },
});
