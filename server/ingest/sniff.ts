import { type FileTypeResult, fileTypeFromBuffer } from "file-type";
import { extensionFor, sidecarType, takenWords } from "../formats.ts";

export interface SniffedType {
  /** MIME */
  type: string;
  extension: string;
}

/** Number of first bytes that are enough to tell every type that is taken. */
export const sniffedBytes = 4_100;

/** The same picture format under the name of a variant. */
const variants: Record<string, string> = {
  "image/apng": "image/png",
  "image/heic-sequence": "image/heic",
  "image/heif-sequence": "image/heif",
  "video/x-matroska": "video/matroska",
};

/**
 * Tells the type of a file from its bytes, whatever its name is; or says, for a person, why it is refused.
 */
export async function sniff(head: Uint8Array): Promise<SniffedType | { refusal: string }> {
  if (head.length === 0) return { refusal: `The file is empty. Glimpse takes ${takenWords}.` };
  const found = (await fileTypeFromBuffer(head).catch(() => undefined)) ?? tiffFrom(head);
  const type = found ? (variants[found.mime] ?? found.mime) : undefined;
  if (isXmp(head)) return { type: sidecarType, extension: "xmp" };
  const extension = type && extensionFor(type);
  if (type && extension) return { type, extension };
  return { refusal: `${nameOf(head, found)} Glimpse takes ${takenWords}.` };
}

/**
 * Recognises a TIFF by its first bytes, because file-type wants to see the first directory, which may be at
 * the file's end.
 */
function tiffFrom(head: Uint8Array): FileTypeResult | undefined {
  const signature = Buffer.from(head.subarray(0, 4)).toString("latin1");
  return signature === "II*\0" || signature === "MM\0*" ? { ext: "tif", mime: "image/tiff" } : undefined;
}

/** Recognises XMP by its first element, behind declarations and comments. */
function isXmp(head: Uint8Array): boolean {
  const start = new TextDecoder(encodingOf(head)).decode(head);
  return /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:x:x[am]pmeta|rdf:RDF)[\s>]/.test(start);
}

/** XML in UTF-16 begins with a mark; some programs for Windows write sidecars so. A decoder leaves the mark out. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function nameOf(head: Uint8Array, found: FileTypeResult | undefined): string {
  const start = new TextDecoder().decode(head.subarray(0, 512)).trimStart().toLowerCase();
  if (/^<(svg|\?xml)/.test(start) && start.includes("<svg")) return "An SVG is a drawing, not a photo.";
  return found ? named(found.mime, found.ext) : "This is not a photo, or its beginning is damaged.";
}

function named(mime: string, extension: string): string {
  if (mime.startsWith("audio/")) return "A sound recording is not a photo.";
  const article = /^[aefhilmnorsx]/i.test(extension) ? "An" : "A";
  const what = mime.startsWith("image/") ? "picture" : mime.startsWith("video/") ? "video" : null;
  return what
    ? `${article} ${extension.toUpperCase()} ${what} cannot be opened here.`
    : `${article} ${extension.toUpperCase()} is not a photo.`;
}
