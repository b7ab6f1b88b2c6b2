import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { hashOfFile } from "./backup-format.ts";

/**
 * Writes bytes into a file and returns their hash. The file is there whole or not at all: with `sha256` it is
 * not put in place if the bytes have another hash.
 */
export async function writeWhole(
  target: string,
  bytes: AsyncIterable<Uint8Array>,
  sha256?: string,
): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part`;
  const sum = createHash("sha256");
  try {
    const handle = await open(part, "w");
    try {
      for await (const chunk of bytes) {
        sum.update(chunk);
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    const found = sum.digest("hex");
    if (sha256 === undefined || found === sha256) await rename(part, target);
    else await rm(part);
    return found;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * Gives a file a second name, or copies it where that cannot be (another disk). Returns false, and puts nothing
 * in place, if its bytes have another hash.
 */
export async function linkOrCopy(source: string, target: string, sha256: string): Promise<boolean> {
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part`;
  await rm(part, { force: true });
  const isLinked = await link(source, part).then(
    () => true,
    () => false,
  );
  if (!isLinked) return (await writeWhole(target, createReadStream(source), sha256)) === sha256;
  const isWhole = (await hashOfFile(part)) === sha256;
  if (isWhole) await rename(part, target);
  await rm(part, { force: true });
  return isWhole;
}
