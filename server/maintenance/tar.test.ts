import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { readTar, writeEnd, writeEntry } from "./tar.ts";

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function archiveOf(files: Record<string, Uint8Array>): Promise<Buffer> {
  const archive = new PassThrough();
  const whole = buffer(archive);
  for (const [name, bytes] of Object.entries(files)) {
    await writeEntry(archive, { name, bytes: bytes.length, body: pieces(bytes, 300) }, 1_000);
  }
  await writeEnd(archive);
  archive.end();
  return whole;
}

const files = {
  "a.txt": Buffer.from("one"),
  empty: Buffer.alloc(0),
  [`originals/ab/cd/${"ab".repeat(32)}`]: Buffer.alloc(1_536, 7),
  "manifest.json": Buffer.alloc(513, 1),
};

test("an archive gives back what was written, in whatever pieces it comes", async () => {
  const archive = await archiveOf(files);
  expect(archive.length % 512).toBe(0);
  for (const size of [1, 511, 512, 100_000]) {
    const read: Record<string, Buffer> = {};
    for await (const { name, body } of readTar(pieces(archive, size))) read[name] = await buffer(body);
    expect(read).toEqual(files);
  }
});

test("a body that nobody reads is passed over", async () => {
  const names: string[] = [];
  for await (const { name } of readTar(pieces(await archiveOf(files), 700))) names.push(name);
  expect(names).toEqual(Object.keys(files));
});

test("an archive that is cut off or damaged is refused", async () => {
  const archive = await archiveOf(files);
  const read = async (bytes: Uint8Array) => {
    for await (const { body } of readTar(pieces(bytes, 400))) await buffer(body);
  };
  await expect(read(archive.subarray(0, 2_000))).rejects.toThrow("ends too early");
  archive[3] = 1;
  await expect(read(archive)).rejects.toThrow("not a tar archive");
});

test("a file of another length than was said is an error", async () => {
  const archive = new PassThrough();
  archive.resume();
  const entry = { name: "a", bytes: 5, body: pieces(Buffer.from("four"), 4) };
  await expect(writeEntry(archive, entry, 0)).rejects.toThrow("4 bytes instead of 5");
});
