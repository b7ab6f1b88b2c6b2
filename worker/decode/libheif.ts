import { createRequire } from "node:module";
import { failureSaid } from "./failure.ts";
import type { Pixels } from "./format.ts";

/** The parts of libheif, compiled to WebAssembly (libheif-js), that we use. Only `_heif` functions take pointers. */
interface Heif {
  heif_context_alloc(): HeifObject;
  heif_context_free(context: HeifObject): void;
  heif_context_read_from_memory(context: HeifObject, bytes: Uint8Array): HeifError;
  heif_js_context_get_primary_image_handle(context: HeifObject): HeifObject | HeifError;
  heif_js_decode_image2(handle: HeifObject, space: unknown, chroma: unknown): HeifImage | HeifError;
  heif_image_handle_release(handle: HeifObject): void;
  heif_image_release(image: HeifObject): void;
  _heif_image_handle_get_luma_bits_per_pixel(pointer: number): number;
  _heif_image_handle_has_alpha_channel(pointer: number): number;
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_chroma: Record<
    "heif_chroma_interleaved_RGB" | "heif_chroma_interleaved_RGBA" | "heif_chroma_interleaved_RRGGBB_LE",
    unknown
  >;
}

interface HeifObject {
  $$: { ptr: number };
}

interface HeifError {
  code: { value: number };
  message: string;
}

interface HeifImage {
  image: HeifObject;
  width: number;
  height: number;
  /** `data` lies in the memory of the decoder. */
  channels: { stride: number; data: Uint8Array; bits_per_pixel: number }[];
}

export interface HeifPixels {
  data: Uint8Array | Uint16Array;
  raw: Pixels["raw"];
}

const require = createRequire(import.meta.url);
let heif: Heif | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Decodes the main picture, as its transformations turn it, and gives its pixels to `use`. They lie in memory that
 * the next picture overwrites, so one picture is decoded at a time, and `use` must not keep them. With `isDeep`, a
 * picture of more than 8 bits has 16; otherwise all have 8. Throws DecodeError.
 */
export function withHeifPixels<Result>(
  bytes: Uint8Array,
  isDeep: boolean,
  use: (pixels: HeifPixels) => Promise<Result>,
): Promise<Result> {
  const mine = queue.then(() => decodePrimary(bytes, isDeep, use));
  queue = mine.catch(() => {});
  return mine;
}

async function decodePrimary<Result>(
  bytes: Uint8Array,
  isDeep: boolean,
  use: (pixels: HeifPixels) => Promise<Result>,
): Promise<Result> {
  const create: () => Heif = require("libheif-js/libheif-wasm/libheif-bundle.js");
  const library = heif ?? create();
  // After an error nobody knows what is left in the memory of the library, so the next picture gets a new one.
  heif = null;
  const context = library.heif_context_alloc();
  const read = library.heif_context_read_from_memory(context, bytes);
  if (read.code.value !== 0) throw failureSaid(read.message);
  const handle = found(library.heif_js_context_get_primary_image_handle(context));
  const { ptr } = handle.$$;
  const is16 = isDeep && library._heif_image_handle_get_luma_bits_per_pixel(ptr) > 8;
  const hasAlpha = !is16 && library._heif_image_handle_has_alpha_channel(ptr) === 1;
  const chroma = is16 ? "RRGGBB_LE" : hasAlpha ? "RGBA" : "RGB";
  const decoded = found(
    library.heif_js_decode_image2(
      handle,
      library.heif_colorspace.heif_colorspace_RGB,
      library.heif_chroma[`heif_chroma_interleaved_${chroma}`],
    ),
  );
  const result = await use(pixelsIn(decoded, hasAlpha ? 4 : 3, is16));
  library.heif_image_release(decoded.image);
  library.heif_image_handle_release(handle);
  library.heif_context_free(context);
  heif = library;
  return result;
}

function found<Found extends object>(answer: Found | HeifError): Found {
  if ("code" in answer) throw failureSaid(answer.message);
  return answer;
}

function pixelsIn(
  { width, height, channels: [plane] }: HeifImage,
  channels: 3 | 4,
  is16: boolean,
): HeifPixels {
  if (!plane) throw failureSaid("");
  const { data, stride, bits_per_pixel: bits } = plane;
  const row = width * channels * (is16 ? 2 : 1);
  // Rows may be padded, which sharp does not know.
  if (stride !== row) for (let y = 1; y < height; y++) data.copyWithin(y * row, y * stride, y * stride + row);
  const raw = { width, height, channels };
  if (!is16) return { data: data.subarray(0, row * height), raw };
  const codes = new Uint16Array(data.buffer, data.byteOffset, width * channels * height);
  for (let at = 0; at < codes.length; at++) codes[at] = (codes[at] ?? 0) << (16 - bits);
  return { data: codes, raw };
}
