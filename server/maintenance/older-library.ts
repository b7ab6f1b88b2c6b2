import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ObjectStore } from "../engines/objects/port.ts";
import type { AppError } from "../errors.ts";
import type { IdentityRows } from "../library/identity.ts";

const looked = 1_000;
/** More than one in ten that the other side does not have is no damage, but another library or none. */
const mostStrange = 0.1;

/**
 * Returns if rows and originals of a library without an id belong together, as those of a new library do.
 * Throws what `refusal` makes where they do not.
 */
export async function isOlderLibrary(
  identity: IdentityRows,
  objects: ObjectStore,
  folder: string,
  refusal: (words: string) => AppError,
): Promise<void> {
  const { total, hashes } = await identity.sample(looked);
  let missing = 0;
  for (const hash of hashes) if (!(await objects.stat(`originals/${hash}`))) missing++;
  if (missing > hashes.length * mostStrange) {
    throw refusal(
      `${missing} of ${hashes.length} originals that we looked for are missing from ${join(folder, "originals")}; the database knows ${total} photos. Mount their disk, or put them back; GLIMPSE_NEW_LIBRARY=yes takes the library as it is`,
    );
  }
  const files = await someOriginals(objects, folder);
  const known = await identity.known(files);
  if (files.length - known.size > files.length * mostStrange) {
    throw refusal(
      `the database does not know ${files.length - known.size} of ${files.length} originals in ${folder}: it is new, or of another library. Put back the right one; GLIMPSE_NEW_LIBRARY=yes takes the library as it is`,
    );
  }
}

/** Returns the hashes of some originals, without those whose upload was cut off before their row was written. */
async function someOriginals(objects: ObjectStore, folder: string): Promise<string[]> {
  const marks = await readdir(join(folder, "staging")).catch(() => []);
  const files: string[] = [];
  try {
    for await (const key of objects.originals()) {
      const hash = key.slice("originals/".length);
      if (!marks.some((name) => name.includes(hash))) files.push(hash);
      if (files.length === looked) break;
    }
  } catch {
    // There is no folder of originals, or not yet.
  }
  return files;
}
