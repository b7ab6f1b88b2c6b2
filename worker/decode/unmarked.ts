import type { TagName, Tags } from "./tags.ts";

/** Windows-1252 has all of Latin-1's letters, and is what old programs wrote when they said Latin-1. */
const latin = new TextDecoder("windows-1252");
const utf8 = new TextDecoder("utf-8", { fatal: true });

const byteOf = new Map(
  Array.from({ length: 256 }, (_, byte) => [latin.decode(Uint8Array.of(byte)), byte] as const),
);

/** Reads bytes whose encoding nobody wrote down: as UTF-8 if they are valid UTF-8, or else as Latin-1. */
export function unmarkedText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin.decode(bytes);
  }
}

/** Reads a text again that was wrongly read as Latin-1: "DÃ¤nemark" becomes "Dänemark", "Málaga" stays. */
function readAnew(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  const bytes = Array.from(text, (letter) => byteOf.get(letter));
  return bytes.includes(undefined) ? text : unmarkedText(Uint8Array.from(bytes, (byte) => byte ?? 0));
}

/**
 * Tells whether nothing says how a tag's text is encoded. exiftool is told to read such text as Latin-1, because it
 * cannot choose. IPTC may be marked; the texts of EXIF never are, but those of Windows are in UTF-16.
 */
export function isUnmarked(tags: Tags, tag: TagName): boolean {
  if (tag.startsWith("IPTC:")) return tags["IPTC:CodedCharacterSet"] === undefined;
  return tag.startsWith("EXIF:") && !tag.startsWith("EXIF:XP");
}

/** Reads the texts in a tag's value anew, if nothing says how they are encoded. */
export function readUnmarked(value: unknown): unknown {
  if (typeof value === "string") return readAnew(value);
  return Array.isArray(value) ? value.map(readUnmarked) : value;
}
