import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { hasRealPhotos, realPhotos } from "#tests/fixtures/photos.ts";
import { alone } from "./alone.ts";
import type { HeifOrder } from "./heif-alone.ts";
import { ingest } from "./ingest.ts";
import { startInstantModel } from "./instant-model.ts";
import type { Row } from "./row.ts";
import { median } from "./statistics.ts";

const photos = 16;
const warmUp = 6;
const rounds = 3;
const leastShare = 0.6;
/** An iPhone's photo of 12 megapixels. Nothing here writes HEIC, so it lies beside the checkout. */
const photo = join(realPhotos, "formats/heic/IMG_2682.heic");

/**
 * Measures photos per second from the first upload of a HEIC of 12 megapixels until the last is indexed, beside
 * libheif-js alone decoding the same files. The two take turns.
 */
export async function benchHeic(): Promise<Row[]> {
  if (!hasRealPhotos) {
    console.error("HEIC: left out, the photos are not beside the checkout");
    return [];
  }
  await using folder = await temporaryFolder();
  const paths = await copies(folder.path, warmUp + photos);
  const order: HeifOrder = { warmUp: paths.slice(0, warmUp), files: paths.slice(warmUp) };
  await using model = await startInstantModel();
  const plain: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < rounds; round++) {
    plain.push(photos / (await alone("heif-alone.ts", order)));
    whole.push(photos / (await ingest(order, { ollama: model.url })));
  }
  const share = median(whole.map((speed, round) => speed / (plain[round] ?? Number.NaN)));
  return [
    { name: "libheif-js alone, HEIC of 12 megapixels", value: median(plain), unit: "photos/s" },
    { name: "ingest of the same files", value: median(whole), unit: "photos/s" },
    {
      name: "ingest as a share of libheif-js alone",
      value: share,
      unit: "×",
      goal: `≥ ${leastShare}`,
      ok: share >= leastShare,
    },
  ];
}

/** Writes copies of the photo that differ by a box at the end, which readers skip. */
async function copies(folder: string, count: number): Promise<string[]> {
  const bytes = await readFile(photo);
  const paths: string[] = [];
  for (let number = 0; number < count; number++) {
    const box = Buffer.alloc(12);
    box.writeUInt32BE(box.length);
    box.write("free", 4, "latin1");
    box.writeUInt32BE(number, 8);
    const path = join(folder, `IMG_${number}.heic`);
    await writeFile(path, Buffer.concat([bytes, box]));
    paths.push(path);
  }
  return paths;
}
