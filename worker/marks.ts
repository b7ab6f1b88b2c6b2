import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { holder, isGone } from "#server/engines/holder.ts";

/**
 * Marks in the file system which files a worker has open. Marks outlive the worker, so the next one on this machine
 * knows which photos were open when it died. After a power cut marks may be lost, but a power cut is no photo's fault.
 */
export interface Marks {
  /** Marks the job's file as open; returns what to call when it is closed. Never throws. */
  set(jobId: string): () => void;
  /**
   * Returns the jobs whose files were open when a worker of this machine died, and forgets their marks. A job
   * is `alone` if that worker had nothing else open.
   */
  takeOfDead(): { jobId: string; alone: boolean }[];
}

export function createMarks(folder: string): Marks {
  mkdirSync(folder, { recursive: true });
  const pathOf = (of: string, jobId: string) => join(folder, `${of}.${jobId}`);
  return {
    set(jobId) {
      const path = pathOf(holder, jobId);
      try {
        writeFileSync(path, "");
      } catch {
        // On a full disk there is no mark, and no death counts against the photo.
      }
      return () => rmSync(path, { force: true });
    },

    takeOfDead() {
      const ofDead = readdirSync(folder)
        .map((name) => ({
          name,
          by: name.slice(0, name.indexOf(".")),
          jobId: name.slice(name.indexOf(".") + 1),
        }))
        .filter(({ by }) => isGone(by));
      for (const { name } of ofDead) rmSync(join(folder, name), { force: true });
      return ofDead.map(({ by, jobId }) => ({
        jobId,
        alone: ofDead.filter((other) => other.by === by).length === 1,
      }));
    },
  };
}
