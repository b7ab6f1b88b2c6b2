import { open } from "node:fs/promises";

/** The coding of colours in an AVIF or HEIC when it has no ICC profile: code points of ITU-T H.273. */
export interface Nclx {
  primaries: number;
  transfer: number;
}

const searched = 65_536;

/** Reads the `colr` box of type `nclx` near the beginning of the file; null if there is none. */
export async function readNclx(path: string): Promise<Nclx | null> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(searched), 0, searched, 0);
  const at = buffer.subarray(0, bytesRead).indexOf("colrnclx");
  if (at < 0 || at + 12 > bytesRead) return null;
  return { primaries: buffer.readUInt16BE(at + 8), transfer: buffer.readUInt16BE(at + 10) };
}

const perceptualQuantizer = 16;
const hybridLogGamma = 18;

/**
 * Returns true for high dynamic range, and for colours of a wider space. libvips converts neither, so they would
 * look dull and grey.
 */
export function isConverted(nclx: Nclx): boolean {
  return isHighDynamicRange(nclx) || nclx.primaries in toLinearSrgb;
}

function isHighDynamicRange({ transfer }: Nclx): boolean {
  return transfer === perceptualQuantizer || transfer === hybridLogGamma;
}

/** Matrices to linear sRGB, row by row (red, green, blue), from BT.2020 and from Display P3. */
const toLinearSrgb: Record<number, number[]> = {
  9: [1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187],
  12: [1.2249, -0.2247, 0, -0.042, 1.0419, 0, -0.0197, -0.0786, 1.0979],
};
const unchanged = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The luminance of white paper in HDR video (ITU-R BT.2408), in cd/m². */
const diffuseWhite = 203;
/** Brightness up to here is kept; higher values are compressed into the rest. */
const knee = 0.8;

/** Converts pixels to sRGB. `pixels` are red, green, blue with 16 bits; the result has 8 bits. */
export function toSrgb(pixels: Uint16Array, nclx: Nclx): Uint8Array {
  const { primaries, transfer } = nclx;
  const isBright = isHighDynamicRange(nclx);
  const light = transfer === hybridLogGamma ? fromHybridLogGamma : fromPerceptualQuantizer;
  const linear = Float32Array.from({ length: 65_536 }, (_, code) =>
    isBright ? light(code / 65_535) / diffuseWhite : fromSrgb(code / 65_535),
  );
  const encoded = Uint8Array.from({ length: 4096 }, (_, step) => Math.round(255 * srgb(step / 4095)));
  const [rr = 0, rg = 0, rb = 0, gr = 0, gg = 0, gb = 0, br = 0, bg = 0, bb = 0] =
    toLinearSrgb[primaries] ?? unchanged;
  const result = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 3) {
    const red = linear[pixels[at] ?? 0] ?? 0;
    const green = linear[pixels[at + 1] ?? 0] ?? 0;
    const blue = linear[pixels[at + 2] ?? 0] ?? 0;
    const brightest = Math.max(red, green, blue);
    const scale = isBright && brightest > knee ? compressed(brightest) / brightest : 1;
    result[at] = encoded[step((rr * red + rg * green + rb * blue) * scale)] ?? 0;
    result[at + 1] = encoded[step((gr * red + gg * green + gb * blue) * scale)] ?? 0;
    result[at + 2] = encoded[step((br * red + bg * green + bb * blue) * scale)] ?? 0;
  }
  return result;
}

function step(value: number): number {
  return Math.max(0, Math.min(4095, Math.round(value * 4095)));
}

function compressed(value: number): number {
  return knee + (1 - knee) * (1 - Math.exp((knee - value) / (1 - knee)));
}

function srgb(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** The curve of BT.709 differs a little, but screens show such pictures as if they were sRGB. */
function fromSrgb(code: number): number {
  return code <= 0.04045 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4;
}

/** Returns cd/m² for a code 0 … 1 (SMPTE ST 2084). */
function fromPerceptualQuantizer(code: number): number {
  const power = code ** (1 / 78.84375);
  return 10_000 * (Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power)) ** (1 / 0.1593017578125);
}

/** Returns cd/m² for a code 0 … 1 on a display of 1000 cd/m² (ITU-R BT.2100). */
function fromHybridLogGamma(code: number): number {
  const scene = code <= 0.5 ? code ** 2 / 3 : (Math.exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12;
  return 1000 * scene ** 1.2;
}
