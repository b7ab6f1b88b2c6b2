import { open, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import create from "@jsquash/jxl/codec/dec/jxl_dec.js";
import sharp from "sharp";
import { damagedFile, failureSaid, outOfMemory, tooManyPixels } from "../failure.ts";
import type { Format, Pixels } from "../format.ts";
import { readJxlHeader } from "../jxl-header.ts";
import { previewOf } from "../pixels.ts";

/** The library decodes to floating point, which takes some 35 bytes a pixel. */
const mostMegapixels = 20;
const cost = 8;
/** The header lies within this many bytes in the files of all known programs, even if metadata comes first. */
const searched = 65_536;

interface Jxl {
  decode(bytes: Uint8Array): { width: number; height: number; data: Uint8ClampedArray } | null;
}

/** The package's types refer to types that are missing, so we write our own. */
const createJxl: (options: {
  noInitialRun: boolean;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
}) => Promise<Jxl> = create;

const programFile = "@jsquash/jxl/codec/dec/jxl_dec.wasm";
let program: Promise<WebAssembly.Module> | null = null;

/** JPEG XL by libjxl, compiled to WebAssembly. It turns the picture and converts its colours to sRGB. */
export const format: Format = {
  async open(path, maxMegapixels) {
    const header = readJxlHeader(await beginningOf(path));
    if (!header) throw damagedFile();
    const { width, height } = header;
    const limit = Math.min(maxMegapixels, mostMegapixels);
    if (width * height > limit * 1e6) throw tooManyPixels(width * height, limit);
    return {
      size: { width, height },
      weight: width * height * cost,
      exif: undefined,
      isAnimated: header.isAnimated,
      pictureNote: null,
      decode: () => decodeJxl(path),
    };
  },
};

async function beginningOf(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(searched), 0, searched, 0);
  return buffer.subarray(0, bytesRead);
}

async function decodeJxl(path: string): Promise<Pixels> {
  const bytes = await readFile(path);
  // Its memory never shrinks, so each picture gets a library of its own.
  program ??= WebAssembly.compile(await readFile(fileURLToPath(import.meta.resolve(programFile))));
  const compiled = await program;
  const library = await createJxl({
    noInitialRun: true,
    // Otherwise the library would fetch the program, which Node can only do from servers.
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(compiled, imports);
      done(instance);
      return instance.exports;
    },
  });
  const decoded = tried(() => library.decode(bytes));
  if (!decoded) throw damagedFile();
  const { width, height, data } = decoded;
  const channels = 4;
  return previewOf(sharp(data, { raw: { width, height, channels } }));
}

/** Turns what the library throws, which is sometimes only a number, into an error. */
function tried<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch (error) {
    if (error instanceof RangeError) throw outOfMemory();
    throw failureSaid(String(error));
  }
}
