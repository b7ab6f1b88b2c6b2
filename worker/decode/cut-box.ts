import { open } from "node:fs/promises";

const mostBoxes = 32;

/** Says whether the box with the pixels of a HEIC, MP4 or MOV goes on behind the end of the file. */
export async function isCut(path: string): Promise<boolean> {
  await using file = await open(path);
  const { size: end } = await file.stat();
  const head = Buffer.alloc(16);
  let at = 0;
  for (let boxes = 0; boxes < mostBoxes && at + 8 <= end; boxes++) {
    await file.read(head, 0, head.length, at);
    const short = head.readUInt32BE(0);
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (head.toString("latin1", 4, 8) === "mdat" && at + size > end) return true;
    if (size < 8) return false;
    at += size;
  }
  return false;
}
