/** The process that opens images. It may be killed at any time, and it ends with its parent. */
import { existsSync } from "node:fs";
import { decodeOrMend } from "./damaged.ts";
import { readExif } from "./exif.ts";
import { createTagReader, hasPerl } from "./exiftool.ts";
import { failureFrom, missing } from "./failure.ts";
import { loadFfmpeg } from "./ffmpeg.ts";
import type { ReadTags } from "./file.ts";
import type { OpenTools } from "./format.ts";
import type { DecodeReply, Order } from "./messages.ts";
import { shrink } from "./picture.ts";
import { isSpent } from "./spent.ts";

const noPerl = "perl is missing: dates, places and cameras are read from plain EXIF only";
const unread = "The metadata could not be read in full";
/** Milliseconds that perl has to end before everything is killed. */
const graceMs = 500;

const tagReader = createTagReader();
const perl = hasPerl();

const readTags: ReadTags = async (path, type, exif) => {
  const plain = exif ? readExif(exif) : {};
  if (!(await perl)) return { tags: plain, notes: [noPerl] };
  try {
    return { tags: await tagReader.read(path, type), notes: [] };
  } catch {
    return { tags: plain, notes: [unread] };
  }
};

const largestPreview: OpenTools["largestPreview"] = async (path) => {
  // exiftool that cannot be started is noticed only after a long while.
  if (!(await perl)) throw new Error(noPerl);
  return tagReader.largestPreview(path);
};

async function answer({ id, work, alone }: Order): Promise<DecodeReply> {
  try {
    if (!existsSync(work.request.path)) throw missing();
    const result =
      work.type === "decode"
        ? await decodeOrMend(work.request, alone, readTags, { largestPreview, ffmpeg: loadFfmpeg })
        : await shrink(work.request);
    if (result === "large") return { type: "large", id };
    return { type: "done", id, result, rss: process.memoryUsage.rss(), isSpent: isSpent() };
  } catch (error) {
    const { kind, message, isCertain } = failureFrom(error);
    const rss = process.memoryUsage.rss();
    return { type: "failed", id, kind, message, isCertain, rss, isSpent: isSpent() };
  }
}

function tell(reply: DecodeReply): void {
  if (process.connected) process.send?.(reply);
}

/**
 * Ends this process and perl, even if perl is stuck in a file, because we lead a process group of our own.
 */
function leave(): void {
  const end = () => process.kill(-process.pid, "SIGKILL");
  setTimeout(end, graceMs);
  void tagReader.close().finally(end);
}

process.on("disconnect", leave);
process.on("message", (order: Order) => void answer(order).then(tell));
void perl.then((found) => tell({ type: "ready", missing: found ? null : noPerl }));
