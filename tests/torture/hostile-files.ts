import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { drawPhoto, randomOf, realPhotos } from "../fixtures/photos.ts";
import { rawFile, sensorOf } from "../fixtures/raw-file.ts";
import { hostileFilms } from "./hostile-films.ts";

export interface HostileFile {
  name: string;
  bytes: Buffer;
}

const mostBytes = 3_000_000;

/** Files of our own that sharp cannot write. */
const encoded = join(import.meta.dirname, "../fixtures/encoded");
const pictures = /\.(jpe?g|png|webp|avif|heic|heif|gif|tiff?|jxl|dng|nef|cr2|arw)$/i;

/** Raw files as the tests make them: without a preview, and with one that is small. */
async function negatives(): Promise<HostileFile[]> {
  const nine = Array.from({ length: 9 }, (_, n) => [n * 25, 255 - n * 25, (n * 70) % 256]);
  const sensor = sensorOf(nine, 360, 240);
  return [
    { name: "bare.dng", bytes: rawFile(null, 6, sensor) },
    { name: "small.dng", bytes: rawFile(await drawPhoto(2, { width: 160, height: 120 }), 1, sensor) },
  ];
}

/** Real files where they lie beside the checkout, else drawn ones in every format that sharp writes; and those of our own. */
async function seeds(): Promise<HostileFile[]> {
  const folders = ["formats", "metadata", "gps", "reported", "invalid"].map((name) => join(realPhotos, name));
  const read = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && pictures.test(entry.name))
      .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  const own = [...read(encoded), ...(await negatives())];
  const real = folders.filter(existsSync).flatMap(read);
  if (real.length > 0)
    return [...own, ...real].filter(({ bytes }) => bytes.length > 0 && bytes.length < mostBytes);
  const drawn = sharp(await drawPhoto(1));
  const formats = ["jpeg", "png", "webp", "avif", "gif", "tiff"] as const;
  const made = formats.map(async (format) => ({
    name: `drawn.${format}`,
    bytes: await drawn.clone().toFormat(format).toBuffer(),
  }));
  return [...own, ...(await Promise.all(made))];
}

/** Puts the files into groups by the ends of their names, so that rare formats are harmed as often as JPEG. */
function byFormat(files: HostileFile[]): HostileFile[][] {
  const groups = Map.groupBy(files, ({ name }) => name.slice(name.lastIndexOf(".") + 1).toLowerCase());
  return [...groups.values()];
}

type Harm = (bytes: Buffer, random: () => number) => Buffer;

const at = (bytes: Buffer, random: () => number) => Math.floor(random() * bytes.length);

/** Ways to damage a file. Each leaves its first bytes, so that the file is not refused at once. */
const harms: Harm[] = [
  (bytes, random) => bytes.subarray(0, 32 + at(bytes, random)),
  (bytes, random) => {
    const flipped = Buffer.from(bytes);
    for (let n = 0; n < 20; n++)
      flipped[Math.min(flipped.length - 1, 16 + at(bytes, random))] = Math.floor(random() * 256);
    return flipped;
  },
  (bytes, random) => {
    const flipped = Buffer.from(bytes);
    for (let n = 0; n < 3; n++) {
      const place = Math.min(flipped.length - 1, 16 + at(bytes, random));
      flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return flipped;
  },
  // Sizes, offsets and counts in a header become as large as they can be.
  (bytes, random) => {
    const large = Buffer.from(bytes);
    const place = 16 + Math.floor(random() * Math.min(600, Math.max(1, bytes.length - 24)));
    large.fill(0xff, place, Math.min(large.length, place + 4));
    return large;
  },
  (bytes, random) => {
    const from = 16 + at(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(16, from), bytes.subarray(from)]);
  },
  (bytes, random) => {
    const zeroed = Buffer.from(bytes);
    const from = 16 + at(bytes, random);
    return zeroed.fill(0, Math.min(from, zeroed.length), Math.min(zeroed.length, from + 4_096));
  },
];

/** Small files that claim, or are, very large pictures. */
async function bombs(count: number): Promise<HostileFile[]> {
  const sides = [8_000, 12_000, 16_000, 20_000];
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const side = sides[n % sides.length] ?? 8_000;
      const plain = sharp({
        create: { width: side, height: side / 2, channels: 3, background: { r: n, g: 9, b: 9 } },
        limitInputPixels: false,
      });
      const format = (["png", "jpeg", "webp", "tiff"] as const)[n % 4] ?? "png";
      const picture =
        format === "jpeg"
          ? plain.jpeg({ progressive: true })
          : format === "tiff"
            ? plain.tiff({ compression: "deflate" })
            : plain.toFormat(format);
      return { name: `bomb-${n}.${format}`, bytes: await picture.toBuffer() };
    }),
  ).catch(() => []);
}

/** Makes `count` files that break or abuse decoders, the same ones for the same seed. */
export async function hostileFiles(count: number, seed: number): Promise<HostileFile[]> {
  const random = randomOf(seed);
  const groups = byFormat([...(await seeds()), ...hostileFilms(random)]);
  const large = await bombs(Math.min(12, Math.ceil(count / 40)));
  const harmed = Array.from({ length: Math.max(0, count - large.length) }, (_, n) => {
    const group = groups[n % groups.length] ?? [];
    const file = group[Math.floor(random() * group.length)];
    const harm = harms[Math.floor(random() * harms.length)];
    return file && harm ? [{ name: `${n}-${file.name}`, bytes: harm(file.bytes, random) }] : [];
  }).flat();
  return [...harmed, ...large];
}
