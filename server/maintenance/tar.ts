import type { Writable } from "node:stream";
import { AppError } from "../errors.ts";

/** A file in a tar archive (POSIX ustar; larger sizes than 8 GB as GNU tar writes them). */
export interface TarEntry {
  name: string;
  bytes: number;
  /** Its bytes; they must be read to the end before the next entry is asked for. */
  body: AsyncIterable<Uint8Array>;
}

const block = 512;
const largestOctal = 0o77777777777;

/** Writes one file into an archive. Throws if the body is not as long as was said. */
export async function writeEntry(
  archive: Writable,
  { name, bytes, body }: TarEntry,
  modifiedAt: number,
): Promise<void> {
  await put(archive, headerOf(name, bytes, modifiedAt));
  let written = 0;
  for await (const chunk of body) {
    written += chunk.length;
    await put(archive, chunk);
  }
  if (written !== bytes) throw new Error(`${name} has ${written} bytes instead of ${bytes}`);
  await put(archive, Buffer.alloc(paddingOf(bytes)));
}

/** Writes the end of an archive. */
export const writeEnd = (archive: Writable): Promise<void> => put(archive, Buffer.alloc(2 * block));

const paddingOf = (bytes: number) => (block - (bytes % block)) % block;

function put(archive: Writable, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function headerOf(name: string, bytes: number, modifiedAt: number): Buffer {
  const header = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`too long a name for an archive: ${name}`);
  const octal = (value: number, at: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, "0")}\0`, at, "latin1");
  header.write(name, 0);
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  if (bytes <= largestOctal) octal(bytes, 124, 12);
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(bytes), 128);
  }
  octal(Math.floor(modifiedAt / 1_000), 136, 12);
  header.write("        0", 148, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}

/** Reads the files of an archive one after the other. Throws BAD_REQUEST if it is none, or is cut off. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const input = createInput(source);
  for (;;) {
    const header = await input.exactly(block);
    if (header.every((byte) => byte === 0)) return;
    const { name, bytes, isFile } = readHeader(header);
    const body = input.upTo(bytes);
    if (isFile) yield { name, bytes, body };
    for await (const _ of body) {
      // Bytes that the caller did not read are skipped.
    }
    await input.exactly(paddingOf(bytes));
  }
}

function readHeader(header: Buffer): { name: string; bytes: number; isFile: boolean } {
  const text = (at: number, length: number) => header.toString("utf8", at, at + length).replace(/\0.*$/s, "");
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (Number.parseInt(text(148, 8), 8) !== sum) {
    throw new AppError("BAD_REQUEST", "This is not a tar archive, or it is damaged.");
  }
  const prefix = text(345, 155);
  const isLarge = (header[124] ?? 0) === 0x80;
  return {
    name: (prefix ? `${prefix}/` : "") + text(0, 100),
    bytes: isLarge ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(124, 12), 8) || 0,
    isFile: ["0", ""].includes(text(156, 1)),
  };
}

/** Gives the bytes of a stream in the pieces that are asked for. */
function createInput(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  /** Returns at least one byte and at most `most`. */
  async function some(most: number): Promise<Uint8Array> {
    while (rest.length === 0) {
      const next = await chunks.next();
      if (next.done) throw new AppError("BAD_REQUEST", "The archive ends too early.");
      rest = next.value;
    }
    const part = rest.subarray(0, most);
    rest = rest.subarray(part.length);
    return part;
  }

  return {
    async exactly(bytes: number): Promise<Buffer> {
      const parts: Uint8Array[] = [];
      for (let left = bytes; left > 0; ) {
        const part = await some(left);
        parts.push(part);
        left -= part.length;
      }
      return Buffer.concat(parts);
    },
    async *upTo(bytes: number): AsyncGenerator<Uint8Array> {
      for (let left = bytes; left > 0; ) {
        const part = await some(left);
        left -= part.length;
        yield part;
      }
    },
  };
}
