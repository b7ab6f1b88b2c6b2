import { Buffer } from "node:buffer";

interface Film {
  name: string;
  bytes: Buffer;
}

function box(type: string, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}

const text = (words: string) => Buffer.from(words, "latin1");

/** A film of MP4 as far as its boxes go: a brand, a track with tables, and bytes that are no pictures. */
function mp4(brand: string, random: () => number): Buffer {
  const noise = Buffer.from(Array.from({ length: 4_000 }, () => Math.floor(random() * 256)));
  const duration = Buffer.alloc(96);
  duration.writeUInt32BE(1_000, 12);
  duration.writeUInt32BE(Math.floor(random() * 2 ** 32), 16);
  const table = box("stbl", box("stsd", noise.subarray(0, 90)), box("stco", noise.subarray(90, 200)));
  const track = box("trak", box("tkhd", duration), box("mdia", box("minf", table)));
  return Buffer.concat([
    box("ftyp", text(`${brand}\0\0\0\0isom${brand}`)),
    box("moov", box("mvhd", duration), track),
    box("mdat", noise),
  ]);
}

/** The beginning of a WebM or Matroska file: its EBML head, and a segment of unknown length. */
function matroska(kind: "webm" | "matroska", random: () => number): Buffer {
  const named = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 + kind.length]), text(kind)]);
  const head = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 + named.length]), named]);
  const segment = Buffer.from([0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  const noise = Buffer.from(Array.from({ length: 3_000 }, () => Math.floor(random() * 256)));
  return Buffer.concat([head, segment, noise]);
}

/** Makes heads of films of every container, none of which holds a film. */
export function hostileFilms(random: () => number): Film[] {
  return [
    { name: "head.mp4", bytes: mp4("mp42", random) },
    { name: "head.mov", bytes: mp4("qt  ", random) },
    { name: "head.m4v", bytes: mp4("M4V ", random) },
    { name: "head.3gp", bytes: mp4("3gp4", random) },
    { name: "head.webm", bytes: matroska("webm", random) },
    { name: "head.mkv", bytes: matroska("matroska", random) },
  ];
}
