import { open } from "node:fs/promises";
import type { Format } from "../format.ts";
import { openWithSharp } from "../sharp-file.ts";

/** An animated PNG says so before its pixels (`acTL`), where metadata may come first. */
const searched = 65_536;

export const format: Format = {
  async open(path, maxMegapixels) {
    const opened = await openWithSharp(path, maxMegapixels);
    return { ...opened, isAnimated: await hasFrames(path) };
  },
};

async function hasFrames(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(searched), 0, searched, 0);
  for (let at = 8; at + 12 <= bytesRead; at += 12 + buffer.readUInt32BE(at)) {
    const type = buffer.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") return false;
    if (type === "acTL") return buffer.readUInt32BE(at + 8) > 1;
  }
  return false;
}
