import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type JpegOptions } from "sharp";

const width = 4000;
const height = 3000;
/**
 * All pictures are copies of this few scenes with different comments, because drawing one takes half a
 * second.
 */
const scenes = 6;

/**
 * Draws JPEGs of 12 megapixels into `folder` and returns their paths. Each is a gradient under waves and
 * grain, which makes about as many bytes as a phone's photo (4 MB), with the EXIF of a camera. No two have
 * the same bytes.
 */
export async function drawPictures(
  folder: string,
  count: number,
  options: JpegOptions = {},
): Promise<string[]> {
  const drawn: Buffer[] = [];
  for (let seed = 1; seed <= Math.min(count, scenes); seed++) drawn.push(await drawScene(seed, options));
  const paths: string[] = [];
  for (let number = 0; number < count; number++) {
    const scene = drawn[number % drawn.length] ?? Buffer.alloc(0);
    const path = join(folder, `IMG_${String(number).padStart(4, "0")}.jpg`);
    await writeFile(path, withComment(scene, `picture ${number}`));
    paths.push(path);
  }
  return paths;
}

async function drawScene(seed: number, options: JpegOptions): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  let random = seed;
  for (let y = 0, at = 0; y < height; y++) {
    const down = y / height;
    for (let x = 0; x < width; x++) {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) | 0;
      const grain = ((random >>> 24) - 128) * 0.11;
      const waves = wave(x * seed + y) + wave(y * 3 + ((x * y) >> 11));
      const light = 60 + 110 * down + 30 * waves + grain;
      pixels[at++] = clamp(light + 14 * seed);
      pixels[at++] = clamp(light + 40 * (x / width) - 20);
      pixels[at++] = clamp(light + 60 * (1 - down) - 6 * seed);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { Make: "Canon", Model: "Canon EOS R6", Software: "1.0" },
      IFD2: {
        DateTimeOriginal: `2024:07:${10 + seed} 18:0${seed}:00`,
        OffsetTimeOriginal: "+02:00",
        FNumber: "28/10",
        ExposureTime: "1/250",
        ISOSpeedRatings: "200",
        FocalLength: "35/1",
        LensModel: "RF24-105mm F4 L IS USM",
      },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: `41/1 ${seed}/1 0/1`,
        GPSLongitudeRef: "E",
        GPSLongitude: "2/1 10/1 0/1",
      },
    })
    .jpeg({ quality: 90, ...options })
    .toBuffer();
}

/** A table of waves that are about 40 pixels long. */
const table = Float32Array.from({ length: 256 }, (_, step) => Math.sin((step / 256) * 2 * Math.PI));

function wave(position: number): number {
  return table[(position * 6) & 255] ?? 0;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

/** Returns the same JPEG with a comment (marker COM) at its beginning. */
function withComment(jpeg: Uint8Array, text: string): Buffer {
  const comment = Buffer.from(text);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([head, comment, jpeg.subarray(2)]);
}
