import { constants, PerformanceObserver } from "node:perf_hooks";
import { expect, test } from "vitest";
import { chunkUsed } from "./used-chunks.ts";

test("chunks that have been used are freed, without a look through the whole heap", async () => {
  const kinds: unknown[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) kinds.push((entry as { detail?: { kind?: number } }).detail?.kind);
  });
  observer.observe({ entryTypes: ["gc"] });
  const before = process.memoryUsage().arrayBuffers;
  const chunk = 65_536;
  for (let sent = 0; sent < 48_000_000; sent += chunk) {
    new Uint8Array(chunk).fill(1);
    chunkUsed(chunk);
  }
  // Two collections may still be to come: 16 MB, and what the last one found in use.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(33_000_000);
  await expect.poll(() => kinds).toContain(constants.NODE_PERFORMANCE_GC_MINOR);
  observer.disconnect();
});
