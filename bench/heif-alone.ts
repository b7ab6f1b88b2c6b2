/**
 * Runs in a process of its own and decodes HEIC files with libheif-js alone, as its users do: the pixels of each
 * picture in RGBA, and nothing made of them. libheif-js holds up its thread, so it opens one after the other. It
 * receives the files and replies with the milliseconds that they took; a few others are opened before the clock
 * starts.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

export interface HeifOrder {
  warmUp: string[];
  files: string[];
}

interface Shown {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(into: Shown, done: (shown: Shown | null) => void): void;
  free(): void;
}

interface Library {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

const library: Library = createRequire(import.meta.url)("libheif-js/libheif-wasm/libheif-bundle.js")();

async function decode(path: string): Promise<void> {
  const images = new library.HeifDecoder().decode(await readFile(path));
  const image = images[0];
  if (!image) throw new Error(`${path} holds no picture`);
  const [width, height] = [image.get_width(), image.get_height()];
  const data = new Uint8ClampedArray(width * height * 4);
  const shown = await new Promise((resolve) => image.display({ data, width, height }, resolve));
  if (!shown) throw new Error(`${path} cannot be decoded`);
  for (const each of images) each.free();
}

process.once("message", async ({ warmUp, files }: HeifOrder) => {
  for (const path of warmUp) await decode(path);
  const start = performance.now();
  for (const path of files) await decode(path);
  process.send?.(performance.now() - start, () => process.disconnect());
});
