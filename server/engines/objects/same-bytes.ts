import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { ObjectKey } from "./port.ts";

/** Says whether there is a file with the bytes that the hash in its key promises. */
export async function isSame(path: string, key: ObjectKey, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found?.size !== bytes) return false;
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    // It cannot be read, or was removed meanwhile.
    return false;
  }
  return key === `originals/${hash.digest("hex")}`;
}
