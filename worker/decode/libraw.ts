import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import createLibrary, { type LibRawModule, type RawPicture } from "libraw-wasm/dist/libraw.js";
import { damagedFile, outOfMemory, tooManyPixels } from "./failure.ts";
import type { Pixels } from "./format.ts";
import { previewSide } from "./pixels.ts";
import { DecodeError } from "./protocol.ts";
import { isSpent, markSpent } from "./spent.ts";

/** An error of C++: where its object lies in the memory of the library. */
interface Thrown {
  excPtr: number;
}

/** At half its size a picture takes some 11 bytes for each pixel of the sensor, so these need 0.7 GB. */
const mostMegapixels = 64;
const page = 65_536;
/** The initial memory of the program, and the most that it gets, in bytes. */
const memory = { initial: 256 * 2 ** 20, maximum: 2 ** 30 };

/** White balance as the camera set it; sRGB with its curve; as bright as dcraw makes it; turned as the file says. */
const settings = { useCameraWb: 1, outputColor: 1, outputBps: 8, gamm: [1 / 2.4, 12.92, 0, 0, 0, 0] };

interface Loaded {
  library: LibRawModule;
  bytes: WebAssembly.Memory;
}

const programFile = "libraw-wasm/dist/libraw.wasm";
/** The library is loaded once, because V8 never frees its memory as long as it waits for messages. */
let loaded: Promise<Loaded> | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Develops the raw data of a camera, upright and in sRGB, at half its size where that is enough for a preview. Returns
 * null for what LibRaw does not know, or no longer knows because the file is cut. Throws DecodeError.
 */
export function develop(path: string, maxMegapixels: number): Promise<Pixels | null> {
  const mine = queue.then(() => developed(path, Math.min(maxMegapixels, mostMegapixels)));
  queue = mine.catch(() => {});
  return mine;
}

async function developed(path: string, limit: number): Promise<Pixels | null> {
  loaded ??= load().catch((error: unknown) => {
    markSpent();
    throw error;
  });
  const { library, bytes } = await loaded;
  const file = await readFile(path);
  const raw = new library.LibRaw();
  try {
    raw.open(file, { ...settings, halfSize: 1 });
    const { width, height } = raw.metadata();
    if (width * height > limit * 1e6) throw tooManyPixels(width * height, limit);
    if (Math.max(width, height) < 2 * previewSide) raw.open(file, { ...settings, halfSize: 0 });
    return pixelsIn(raw.imageData());
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    const said = isThrown(error) ? messageAt(bytes, error.excPtr) : "";
    const code = /code (-?\d+)/.exec(said)?.[1];
    // LibRaw reads no pixels of a camera that it does not know.
    if (code === codes.unsupported) return null;
    // Nobody knows what is left in the memory of the library.
    markSpent();
    if (!isThrown(error)) throw error;
    // LibRaw's own messages begin with its name. Others come from C++, which found no memory.
    const isLarge = !said.startsWith("LibRaw") || code === codes.memory || code === codes.tooBig;
    throw isLarge ? outOfMemory() : damagedFile();
  } finally {
    if (!isSpent()) raw.delete();
  }
}

/** From `enum LibRaw_errors`. */
const codes = { unsupported: "-2", memory: "-100007", tooBig: "-100012" };

async function load(): Promise<Loaded> {
  const bytes = new WebAssembly.Memory({
    initial: memory.initial / page,
    maximum: memory.maximum / page,
    shared: true,
  });
  const silent = () => {};
  const library = await createLibrary({
    // Otherwise the library would fetch the program, which Node can only do from servers.
    wasmBinary: await readFile(fileURLToPath(import.meta.resolve(programFile))),
    wasmMemory: bytes,
    ...{ print: silent, printErr: silent },
  });
  return { library, bytes };
}

function pixelsIn({ width, height, colors, data }: RawPicture): Pixels {
  if (colors !== 1 && colors !== 3) throw damagedFile();
  return { data, raw: { width, height, channels: colors } };
}

function isThrown(error: unknown): error is Thrown {
  return typeof error === "object" && error !== null && "excPtr" in error;
}

/** Reads what a `std::runtime_error` says: behind its table of functions lies where its text lies. */
function messageAt({ buffer }: WebAssembly.Memory, place: number): string {
  const at = new DataView(buffer).getUint32(place + 4, true);
  const text = new Uint8Array(buffer).slice(at, at + 200);
  return Buffer.from(text.subarray(0, Math.max(0, text.indexOf(0)))).toString("latin1");
}
