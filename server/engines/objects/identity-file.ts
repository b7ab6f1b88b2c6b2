import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../../errors.ts";

/** The name of the file that holds a library's id, in the data folder and in `originals/`. */
export const identityName = "library.id";

/** Returns the id in the file; null if there is no such file or nothing in it. */
export async function readIdentity(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim() || null;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return null;
    throw error;
  }
}

/**
 * Returns a function that does the same as `readIdentity`. It reads the file only if it is not the file that it read before
 * (by its disk, number, size and time): each upload and each job ask, to notice that a disk has gone.
 */
export function identityReader(file: string): () => Promise<string | null> {
  let before: { id: string | null; of: string } | null = null;
  return async () => {
    const found = await stat(file).catch(() => null);
    const of = found && [found.dev, found.ino, found.size, found.mtimeMs].join(" ");
    if (of && before?.of === of) return before.id;
    const id = await readIdentity(file);
    before = of ? { id, of } : null;
    return id;
  };
}

/** Writes the file whole or not at all; it is on the disk when this resolves. */
export async function writeIdentity(file: string, library: string): Promise<void> {
  const part = `${file}.${randomUUID()}`;
  try {
    const handle = await open(part, "wx");
    try {
      await handle.writeFile(`${library}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    const folder = await open(dirname(file), "r");
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
