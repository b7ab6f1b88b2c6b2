import { readFileSync } from "node:fs";
import { processesBelow, residentBytes } from "#tests/fixtures/processes.ts";

/** The memory of several processes together, in MB of 10⁶ bytes. */
export interface Memory {
  rss: number;
  /** Counts pages that processes share only once; null if the system does not tell. */
  pss: number | null;
}

const lookEvery = 20;

/** Returns the memory that a process and all its descendants hold now. */
export function treeMemory(pid: number): Memory {
  const tree = [pid, ...processesBelow(pid)];
  return { rss: treeRss(tree), pss: treePss(tree) };
}

/** Looks every 20 ms until `stop`, which returns the peak of the tree's RSS and the PSS at that time. */
export function watchPeak(pid: number): { stop(): Memory } {
  let peak: Memory = { rss: 0, pss: null };
  const look = () => {
    const tree = [pid, ...processesBelow(pid)];
    const rss = treeRss(tree);
    if (rss > peak.rss) peak = { rss, pss: treePss(tree) };
  };
  const timer = setInterval(look, lookEvery);
  look();
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function treeRss(tree: number[]): number {
  return tree.reduce((sum, pid) => sum + residentBytes(pid), 0) / 1e6;
}

function treePss(tree: number[]): number | null {
  try {
    const kilobytes = tree.map((pid) =>
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]),
    );
    return (kilobytes.reduce((sum, one) => sum + one, 0) * 1024) / 1e6;
  } catch {
    return null;
  }
}
