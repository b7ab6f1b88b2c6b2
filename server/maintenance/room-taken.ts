import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** How many bytes the parts of the data folder have on the disk; null where a server has them. */
export interface RoomTaken {
  renditions: number;
  index: number | null;
  database: number | null;
  /** ISO 8601 */
  countedAt: string;
}

/** How long a count is good enough, ms. */
const freshFor = 600_000;

interface Needs {
  dataFolder: string;
  /** Whether the parts lie in the data folder. */
  hasIndex: boolean;
  hasDatabase: boolean;
  onError(error: unknown): void;
}

/**
 * Counts what lies on the disk, in the background, because a large library has hundreds of thousands of files. Returns
 * what was counted last, null if nothing was yet.
 */
export function createRoomTaken({
  dataFolder,
  hasIndex,
  hasDatabase,
  onError,
}: Needs): () => RoomTaken | null {
  let known: RoomTaken | null = null;
  let countedAt = 0;
  let isCounting = false;

  async function count(): Promise<void> {
    const renditions = await bytesBelow(join(dataFolder, "renditions"));
    const files = await bytesOfFiles(dataFolder);
    const named = (prefix: string) =>
      [...files].reduce((sum, [name, bytes]) => (name.startsWith(prefix) ? sum + bytes : sum), 0);
    known = {
      renditions,
      index: hasIndex ? named("index") : null,
      database: hasDatabase
        ? named("glimpse.sqlite") + (await bytesBelow(join(dataFolder, "backups")))
        : null,
      countedAt: new Date().toISOString(),
    };
    countedAt = performance.now();
  }

  return () => {
    const isFresh = known !== null && performance.now() - countedAt < freshFor;
    if (!isFresh && !isCounting) {
      isCounting = true;
      void count()
        .catch(onError)
        .finally(() => {
          isCounting = false;
        });
    }
    return known;
  };
}

/** A file that goes away meanwhile has no bytes. */
const bytesOf = async (path: string) => (await lstat(path).catch(() => null))?.size ?? 0;

async function bytesOfFiles(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = new Map<string, number>();
  for (const entry of entries)
    if (entry.isFile()) found.set(entry.name, await bytesOf(join(folder, entry.name)));
  return found;
}

/** One folder after the other, so that nobody else waits for the disk. */
async function bytesBelow(folder: string): Promise<number> {
  let sum = 0;
  for (const bytes of (await bytesOfFiles(folder)).values()) sum += bytes;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) sum += await bytesBelow(join(folder, entry.name));
  return sum;
}
