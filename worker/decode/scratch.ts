import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holder, isGone } from "#server/engines/holder.ts";

const prefix = "glimpse-decode-";
let made = 0;

/** A folder for the files that a child makes on its way, however the child ends. */
export interface Scratch {
  path: string;
  remove(): void;
}

/** Makes a folder for one child. Where none can be made, on a full disk, its files lie with those of others. */
export function newScratch(): Scratch {
  const path = join(tmpdir(), `${prefix}${holder}-${++made}`);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch {
    return { path: tmpdir(), remove: () => {} };
  }
  return { path, remove: () => discard(path) };
}

/** Removes the folders of workers of this machine that have ended without doing so. */
export function sweepScratch(): void {
  for (const name of namesIn(tmpdir())) {
    if (name.startsWith(prefix) && isGone(name.slice(prefix.length))) discard(join(tmpdir(), name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // There is no such folder, and so nothing in it.
    return [];
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It belongs to somebody else, or its disk fails; the next worker tries again.
  }
}
