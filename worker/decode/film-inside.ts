import { type FileHandle, open } from "node:fs/promises";
import type { PhotoFacts } from "#server/library/facts.ts";
import type { Tags } from "./tags.ts";
import { field, numberIn } from "./values.ts";

type Film = NonNullable<PhotoFacts["film"]>;
interface Stretch {
  offset: number;
  bytes: number;
}

const withBoxes = ["image/heic", "image/heif", "image/avif"];
const mostBoxes = 1_000;
/** The number of a film in Samsung's trailer. */
const samsungFilm = 0x0a30;
const mostEntries = 500;

/**
 * Finds the film inside the file of a motion photo: as Google says it in XMP, as Samsung's trailer lists it, or in a
 * box of its own. What is found counts only if a film begins there, because programs cut films off and leave the
 * metadata as it was. Never throws.
 */
export async function filmIn(path: string, type: string, tags: Tags): Promise<Film | null> {
  if (type !== "image/jpeg" && !withBoxes.includes(type)) return null;
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    const places = withBoxes.includes(type)
      ? [await inBox(file, size)]
      : [inXmp(tags, size), await inTrailer(file, size)];
    for (const place of places) {
      const film = place && (await filmAt(file, size, place));
      if (film) return film;
    }
  } catch {
    // The photo can be read without its film.
  }
  return null;
}

async function filmAt(file: FileHandle, size: number, { offset, bytes }: Stretch): Promise<Film | null> {
  if (!(offset > 0 && bytes > 16 && offset + bytes <= size)) return null;
  const head = await read(file, offset, 12);
  if (head.subarray(4, 8).toString("latin1") === "ftyp") {
    const isQuickTime = head.subarray(8, 12).toString("latin1") === "qt  ";
    return { offset, bytes, type: isQuickTime ? "video/quicktime" : "video/mp4" };
  }
  return head.readUInt32BE(0) === 0x1a45dfa3 ? { offset, bytes, type: "video/webm" } : null;
}

/**
 * Finds the film by XMP, which counts from the end of the file: by one number, or by the lengths of everything behind
 * the picture.
 */
function inXmp(tags: Tags, size: number): Stretch | null {
  const listed = tags["XMP:ContainerDirectory"];
  if (Array.isArray(listed)) {
    const items = listed.map((entry) => field(entry, "Item") ?? entry);
    const first = items.findIndex((item) => field(item, "Semantic") === "MotionPhoto");
    const lengthOf = (item: unknown) => numberIn(field(item, "Length")) ?? 0;
    if (first >= 0) {
      const behind = items.slice(first).reduce((sum: number, item) => sum + lengthOf(item), 0);
      return { offset: size - behind, bytes: lengthOf(items[first]) };
    }
  }
  const fromEnd = numberIn(tags["XMP:MicroVideoOffset"]);
  return fromEnd === null ? null : { offset: size - fromEnd, bytes: fromEnd };
}

/**
 * Finds the film by Samsung's trailer, which ends in a list of its blocks. Their places are counted backwards from the
 * list.
 */
async function inTrailer(file: FileHandle, size: number): Promise<Stretch | null> {
  const end = await read(file, size - 8, 8);
  if (end.subarray(4).toString("latin1") !== "SEFT") return null;
  const begin = size - 8 - end.readUInt32LE(0);
  if (begin <= 0) return null;
  const head = await read(file, begin, 12);
  if (head.subarray(0, 4).toString("latin1") !== "SEFH") return null;
  const count = Math.min(mostEntries, head.readUInt32LE(8));
  const entries = await read(file, begin + 12, count * 12);
  for (let at = 0; at < count; at++) {
    if (entries.readUInt16LE(at * 12 + 2) !== samsungFilm) continue;
    const block = begin - entries.readUInt32LE(at * 12 + 4);
    const nameLength = (await read(file, block, 8)).readUInt32LE(4);
    return { offset: block + 8 + nameLength, bytes: entries.readUInt32LE(at * 12 + 8) - 8 - nameLength };
  }
  return null;
}

/** Finds the film in a box of its own. Boxes lie one behind the other, and the box `mpvd` holds only the film. */
async function inBox(file: FileHandle, size: number): Promise<Stretch | null> {
  for (let at = 0, seen = 0; at + 8 <= size && seen < mostBoxes; seen++) {
    const head = await read(file, at, Math.min(16, size - at));
    const short = head.readUInt32BE(0);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    if (length < header) return null;
    if (head.subarray(4, 8).toString("latin1") === "mpvd")
      return { offset: at + header, bytes: length - header };
    at += length;
  }
  return null;
}

/** Throws if the file does not have these bytes. */
async function read(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  if (offset < 0 || bytesRead < length) throw new Error("the file is shorter");
  return bytes;
}
