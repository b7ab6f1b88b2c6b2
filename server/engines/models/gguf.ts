import type { FileHandle } from "node:fs/promises";
import { AppError } from "#server/errors.ts";

/** A copy that differs from its original only in the header. */
export interface Copy {
  header: Buffer;
  /** The byte in the original where the tensor data begin. From there on both files are the same. */
  dataFrom: number;
  /** The size of the whole copy, in bytes. */
  size: number;
}

/** The pooling that takes the state of the last token. Ollama up to 0.29 used it for every plain model. */
const lastToken = 3;

const firstRead = 4 << 20;
/** In bytes. A vocabulary of 256,000 tokens takes about 12 MB. */
const longestHeader = 64 << 20;
const longestKey = 65_535;
const deepestArray = 8;
const mostDimensions = 4;

/** The lengths in bytes of the types with a fixed length. */
const widths: Record<number, number> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const u32 = 4;
const string = 8;
const array = 9;

interface Entry {
  key: string;
  type: number;
  /** The byte at which the value begins. */
  at: number;
  start: number;
  end: number;
}

interface Header {
  /** The end of the first part of the file: magic, version and number of tensors. */
  head: number;
  entries: Entry[];
  tensors: { start: number; end: number; furthest: number };
  alignment: number;
  architecture: string;
}

/**
 * Plans a copy of a GGUF file (version 2 or 3, little-endian) with `<architecture>.pooling_type` = 3, so that
 * a plain language model embeds. The file is not trusted: throws BAD_REQUEST, with the reason, for any other
 * file.
 */
export async function withPooling(file: FileHandle): Promise<Copy> {
  const { size } = await file.stat();
  for (let length = Math.min(firstRead, size); ; length = Math.min(length * 2, size)) {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, 0);
    try {
      return rewritten(bytes.subarray(0, bytesRead), size);
    } catch (error) {
      if (!(error instanceof EndOfBytes)) throw error;
      if (bytesRead < length || length === size) throw refusal("it ends within its header");
      if (length >= longestHeader) throw refusal("its header is too long");
    }
  }
}

function rewritten(bytes: Buffer, size: number): Copy {
  const { head, entries, tensors, alignment, architecture } = parse(bytes, size);
  const dataFrom = aligned(tensors.end, alignment);
  if (dataFrom + tensors.furthest > size) throw refusal("it ends within its tensors");
  const key = `${architecture}.pooling_type`;
  const pooling = pairOf(key, lastToken);
  const isThere = entries.some((entry) => entry.key === key);
  const pairs = entries.map((entry) =>
    entry.key === key ? pooling : bytes.subarray(entry.start, entry.end),
  );
  if (!isThere) pairs.push(pooling);
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(BigInt(pairs.length));
  const parts = [bytes.subarray(0, head), count, ...pairs, bytes.subarray(tensors.start, tensors.end)];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = Buffer.concat(parts, aligned(length, alignment));
  return { header, dataFrom, size: header.length + size - dataFrom };
}

function pairOf(key: string, value: number): Buffer {
  const pair = Buffer.alloc(8 + key.length + 8);
  pair.writeBigUInt64LE(BigInt(key.length));
  pair.write(key, 8, "latin1");
  pair.writeUInt32LE(u32, 8 + key.length);
  pair.writeUInt32LE(value, 12 + key.length);
  return pair;
}

function parse(bytes: Buffer, size: number): Header {
  const cursor = createCursor(bytes, size);
  if (cursor.bytes(4).toString("latin1") !== "GGUF") throw refusal("it is no GGUF file");
  const version = cursor.u32();
  if (version !== 0 && (version & 0xffff) === 0) throw refusal("it is big-endian");
  if (version !== 2 && version !== 3) throw refusal(`its version of GGUF is ${version}, not 2 or 3`);
  const tensorCount = cursor.count(24);
  const head = cursor.at();
  const entries: Entry[] = [];
  for (let left = cursor.count(13); left > 0; left--) entries.push(readEntry(cursor));
  if (new Set(entries.map(({ key }) => key)).size < entries.length) throw refusal("it has a key twice");
  const alignment = alignmentOf(bytes, entries);
  const start = cursor.at();
  let furthest = 0;
  for (let left = tensorCount; left > 0; left--) furthest = Math.max(furthest, readTensor(cursor, alignment));
  return {
    head,
    entries,
    tensors: { start, end: cursor.at(), furthest },
    alignment,
    architecture: architectureOf(bytes, entries),
  };
}

function readEntry(cursor: Cursor): Entry {
  const start = cursor.at();
  const key = cursor.string(longestKey).toString("utf8");
  const type = cursor.u32();
  const at = cursor.at();
  skipValue(cursor, type, 0);
  return { key, type, at, start, end: cursor.at() };
}

function skipValue(cursor: Cursor, type: number, depth: number): void {
  const width = widths[type];
  if (width !== undefined) return void cursor.bytes(width);
  if (type === string) return void cursor.string();
  if (type !== array) throw refusal(`it has a value of the unknown type ${type}`);
  if (depth === deepestArray) throw refusal("its arrays are nested too deep");
  const inner = cursor.u32();
  const each = widths[inner];
  const length = cursor.count(each ?? (inner === array ? 12 : 8));
  if (each !== undefined) return void cursor.bytes(length * each);
  for (let left = length; left > 0; left--) skipValue(cursor, inner, depth + 1);
}

/**
 * Reads past a tensor's entry, and returns the byte where its data begin, counted from the start of all data.
 */
function readTensor(cursor: Cursor, alignment: number): number {
  cursor.string(longestKey);
  const dimensions = cursor.u32();
  if (dimensions > mostDimensions) throw refusal(`it has a tensor of ${dimensions} dimensions`);
  cursor.bytes(dimensions * 8 + 4);
  const offset = cursor.count(1);
  if (offset % alignment !== 0) throw refusal("a tensor in it is not aligned");
  return offset;
}

function alignmentOf(bytes: Buffer, entries: Entry[]): number {
  const entry = entries.find(({ key }) => key === "general.alignment");
  if (!entry) return 32;
  const alignment = entry.type === u32 ? bytes.readUInt32LE(entry.at) : 0;
  const isPowerOfTwo = alignment > 0 && (alignment & (alignment - 1)) === 0;
  if (!isPowerOfTwo || alignment > 1 << 20) throw refusal("its alignment is no power of two");
  return alignment;
}

function architectureOf(bytes: Buffer, entries: Entry[]): string {
  const entry = entries.find(({ key, type }) => key === "general.architecture" && type === string);
  const name = entry && bytes.toString("utf8", entry.at + 8, entry.end);
  if (!name || !/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(name)) throw refusal("it names no architecture");
  return name;
}

interface Cursor {
  at(): number;
  /** Throws EndOfBytes if more of the file must be read first, and BAD_REQUEST if the file has no more. */
  bytes(length: number): Buffer;
  u32(): number;
  /** Reads a number of things that each take at least `each` bytes. */
  count(each: number): number;
  string(longest?: number): Buffer;
}

function createCursor(buffer: Buffer, size: number): Cursor {
  let at = 0;
  const cursor: Cursor = {
    at: () => at,
    bytes(length) {
      if (at + length > size) throw refusal("it ends within its header");
      if (at + length > buffer.length) throw new EndOfBytes();
      at += length;
      return buffer.subarray(at - length, at);
    },
    u32: () => cursor.bytes(4).readUInt32LE(),
    count(each) {
      const number = cursor.bytes(8).readBigUInt64LE();
      if (number * BigInt(each) > BigInt(size)) throw refusal("a length in it is longer than the file");
      return Number(number);
    },
    string(longest = Number.POSITIVE_INFINITY) {
      const length = cursor.count(1);
      if (length > longest) throw refusal(`a name in it has ${length} bytes`);
      return cursor.bytes(length);
    },
  };
  return cursor;
}

/** The part of the file that was read does not hold the whole header. */
class EndOfBytes extends Error {}

const aligned = (length: number, alignment: number) => Math.ceil(length / alignment) * alignment;

function refusal(reason: string): AppError {
  return new AppError("BAD_REQUEST", `This model file cannot be copied: ${reason}.`);
}
