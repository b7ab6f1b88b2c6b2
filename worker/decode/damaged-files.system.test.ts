import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { hasRealPhotos, randomOf, realPhotos } from "#tests/fixtures/photos.ts";
import { createDecoder } from "./client.ts";
import { DecodeError } from "./protocol.ts";

const encoded = resolve(import.meta.dirname, "../../tests/fixtures/encoded");
const real = (name: string) => join(realPhotos, "formats", name);

const files: { path: string; type: string; count: number }[] = [
  { path: join(encoded, "fields.heic"), type: "image/heic", count: 60 },
  { path: join(encoded, "fields-pq-10bit.heic"), type: "image/heic", count: 40 },
  { path: join(encoded, "fields.jxl"), type: "image/jxl", count: 60 },
  { path: real("heic/IMG_5195.HEIC"), type: "image/heic", count: 10 },
  { path: real("jxl/8bit-sRGB.jxl"), type: "image/jxl", count: 10 },
].filter(({ path }) => hasRealPhotos || !path.startsWith(realPhotos));

const named = new Set(["damaged", "too-many-pixels", "timeout", "memory", "crashed"]);

/** The same damage at each run: half of the files are cut, half have some bytes changed. */
function damages(bytes: Buffer, count: number): Buffer[] {
  const random = randomOf(bytes.length);
  return Array.from({ length: count }, (_, turn) => {
    const below = (limit: number) => Math.floor(random() * limit);
    if (turn % 2 === 0) return bytes.subarray(0, 12 + below(bytes.length - 12));
    const spoilt = Buffer.from(bytes);
    // The signature stays, because sniffing has seen it.
    for (let flips = 0; flips < 8; flips++)
      spoilt[32 + below(Math.min(spoilt.length, 4_000) - 32)] = below(256);
    return spoilt;
  });
}

test.each(
  files,
)("damage to $path ends with a picture or a named reason, and the next file is opened", async ({
  path,
  type,
  count,
}) => {
  await using folder = await temporaryFolder();
  const decoder = createDecoder({ concurrency: 2 });
  const whole = { path, type, maxMegapixels: 200 };
  try {
    const files = damages(readFileSync(path), count);
    const outcomes = await Promise.allSettled(
      files.map(async (bytes, at) =>
        decoder.decode({ ...whole, path: await folder.write(String(at), bytes) }),
      ),
    );
    const failed = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(failed.every((error) => error instanceof DecodeError && named.has(error.kind))).toBe(true);
    expect(failed.length).toBeGreaterThan(count / 4);
    expect((await decoder.decode(whole)).renditions).not.toBeNull();
  } finally {
    await decoder.close();
  }
}, 240_000);

const early = "The file ends too early. It may not have been copied completely.";
const broken = "The file is damaged or incomplete. It may not have been copied completely.";

test.each(files)("$path is not shown where its end is missing", async ({ path, type }) => {
  await using folder = await temporaryFolder();
  const decoder = createDecoder({ concurrency: 2 });
  const bytes = readFileSync(path);
  try {
    for (const part of [0.3, 0.6, 0.95]) {
      const cut = await folder.write(String(part), bytes.subarray(0, Math.ceil(bytes.length * part)));
      const message = expect.toSatisfy((words: string) => words === early || words === broken);
      const outcome = await decoder
        .decode({ path: cut, type, maxMegapixels: 200 })
        .catch((error: unknown) => error);
      // A file that still tells its facts is kept by them.
      const asIs =
        outcome instanceof DecodeError ? { kind: "damaged", message } : { renditions: null, flaw: message };
      expect(outcome, String(part)).toMatchObject(asIs);
    }
  } finally {
    await decoder.close();
  }
});
