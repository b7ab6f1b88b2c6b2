import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
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

/** Tells the index file that the codes were made from: another one may use the same numbers for other photos. */
export interface CodesKey {
  indexFile: string;
  space: number;
}

const folderOf = (indexPath: string) => `${indexPath}.codes`;
const fileOf = (indexPath: string, space: number) => join(folderOf(indexPath), `${space}.codes`);

/** Returns the codes that were kept; null if there are none, or if they are damaged or of another index file. */
export function readCodes(indexPath: string, { indexFile, space }: CodesKey): KeptCodes | null {
  try {
    const bytes = readFileSync(fileOf(indexPath, space));
    const headerBytes = bytes.readUInt32LE(0);
    const header = JSON.parse(bytes.toString("utf8", 8, 8 + headerBytes)) as Header;
    const body = bytes.subarray(8 + headerBytes);
    if (header.version !== version || header.indexFile !== indexFile || header.space !== space) return null;
    if (crc32(bytes.subarray(8)) !== bytes.readUInt32LE(4)) return null;
    const [numbers, rows] = [header.numbers * 4, header.rows * 4];
    return {
      change: header.change,
      meanOf: header.meanOf,
      // Copies, because these need not begin at a whole number of bytes.
      mean: new Float32Array(new Uint8Array(body.subarray(0, numbers)).buffer),
      documents: new Int32Array(new Uint8Array(body.subarray(numbers, numbers + rows)).buffer),
      codes: body.subarray(numbers + rows),
    };
  } catch {
    // Whatever is wrong with it, it can be made again.
    return null;
  }
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
