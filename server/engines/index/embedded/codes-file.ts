import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** The codes of a space as they lie in a file. */
export interface KeptCodes {
  /** All changes of the space up to this one are in it. */
  change: number;
  mean: Float32Array;
  /** How many rows there were when the mean was measured. */
  meanOf: number;
  documents: Int32Array;
  codes: Uint8Array;
}

const version = 1;
/** bytes */
const longestHead = 65_536;

/** Tells the index file that the codes were made from: another one may use the same numbers for other photos. */
export interface CodesKey {
  indexFile: string;
  space: number;
}

const folderOf = (indexPath: string) => `${indexPath}.codes`;
const fileOf = (indexPath: string, space: number) => join(folderOf(indexPath), `${space}.codes`);

/**
 * Reads the codes that were kept. `placeFor` gets the rest of what was kept, and returns where the codes are to lie, so
 * that they are in memory only once; it returns null if they are of no use. Returns false if there are no codes, or if
 * they are damaged or belong to another index file; what was written to the place is then meaningless.
 */
export function readCodes(
  indexPath: string,
  { indexFile, space }: CodesKey,
  placeFor: (kept: Omit<KeptCodes, "codes">) => Uint8Array | null,
): boolean {
  let file: number | null = null;
  try {
    file = openSync(fileOf(indexPath, space), "r");
    const begin = read(file, Buffer.alloc(8));
    const head = read(file, Buffer.alloc(Math.min(begin.readUInt32LE(0), longestHead)));
    const header = JSON.parse(head.toString("utf8")) as Header;
    if (header.version !== version || header.indexFile !== indexFile || header.space !== space) return false;
    const mean = new Float32Array(header.numbers);
    const documents = new Int32Array(header.rows);
    const parts = [head, read(file, bytesOf(mean)), read(file, bytesOf(documents))];
    const { change, meanOf } = header;
    const codes = placeFor({ change, meanOf, mean, documents });
    if (!codes) return false;
    parts.push(read(file, codes));
    return parts.reduce((sum, part) => crc32(part, sum), 0) === begin.readUInt32LE(4);
  } catch {
    // The file is damaged in some way; its codes can be made again.
    return false;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Fills `bytes` with what comes next in the file. */
function read<Bytes extends Uint8Array>(file: number, bytes: Bytes): Bytes {
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(file, bytes, at, bytes.length - at, null);
    if (count === 0) throw new Error("the file of codes is too short");
    at += count;
  }
  return bytes;
}

interface Header extends CodesKey {
  version: number;
  change: number;
  meanOf: number;
  numbers: number;
  rows: number;
}

/** Keeps the codes for the next process. Another process may do the same at this moment. */
export function writeCodes(indexPath: string, key: CodesKey, kept: KeptCodes): void {
  const { change, meanOf, mean, documents, codes } = kept;
  const header: Header = { version, ...key, change, meanOf, numbers: mean.length, rows: documents.length };
  const head = Buffer.from(JSON.stringify(header));
  const parts = [head, bytesOf(mean), bytesOf(documents), codes];
  const begin = Buffer.alloc(8);
  begin.writeUInt32LE(head.length, 0);
  begin.writeUInt32LE(
    parts.reduce((sum, part) => crc32(part, sum), 0),
    4,
  );
  mkdirSync(folderOf(indexPath), { recursive: true });
  const path = fileOf(indexPath, key.space);
  const passing = `${path}.${process.pid}`;
  const file = openSync(passing, "w");
  try {
    for (const part of [begin, ...parts])
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
  } finally {
    closeSync(file);
  }
  renameSync(passing, path);
}

/** Removes the codes of spaces that are not there any more. */
export function forgetCodes(indexPath: string, spaces: ReadonlySet<number>): void {
  try {
    for (const name of readdirSync(folderOf(indexPath)))
      if (!spaces.has(Number.parseInt(name, 10))) rmSync(join(folderOf(indexPath), name), { force: true });
  } catch {
    // There is no such folder, or somebody else removes it.
  }
}

const bytesOf = (numbers: Float32Array | Int32Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
