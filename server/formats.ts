export const mediaKinds = ["photo", "video"] as const;
export type MediaKind = (typeof mediaKinds)[number];

/**
 * One line for each format that Glimpse takes. What is accepted, how a file is opened, how a format is called on
 * screen and asked for, all follow from it; `worker/decode/formats/` has a file for each `opener`. The pages use
 * this too, so nothing is imported here.
 */
export interface FileFormat {
  kind: MediaKind;
  /** How people call it. */
  name: string;
  /** The file in `worker/decode/formats/` that opens it. */
  opener: string;
  /** The extension of each MIME type. */
  types: Record<string, string>;
  /** How people ask for it; empty where `server/search/reading/file-types.ts` says it. */
  asked: string;
  /** True if every browser shows it, so that the original itself can be looked at. */
  isShownByBrowsers: boolean;
  /** Raise it when its files are opened better, so that the worker opens those of a library anew. */
  version: number;
}

const raw = {
  "image/x-adobe-dng": "dng",
  "image/x-canon-cr2": "cr2",
  "image/x-canon-cr3": "cr3",
  "image/x-nikon-nef": "nef",
  "image/x-sony-arw": "arw",
  "image/x-fujifilm-raf": "raf",
  "image/x-olympus-orf": "orf",
  "image/x-panasonic-rw2": "rw2",
};

// biome-ignore format: one line a format
export const fileFormats: FileFormat[] = [
  { kind: "photo", name: "JPEG", opener: "jpeg", types: { "image/jpeg": "jpg" }, asked: "jpeg|jpegs|jpg|jpgs", isShownByBrowsers: true, version: 0 },
  { kind: "photo", name: "PNG", opener: "png", types: { "image/png": "png" }, asked: "png|pngs", isShownByBrowsers: true, version: 1 },
  { kind: "photo", name: "WebP", opener: "webp", types: { "image/webp": "webp" }, asked: "webp|webps", isShownByBrowsers: true, version: 1 },
  { kind: "photo", name: "GIF", opener: "gif", types: { "image/gif": "gif" }, asked: "gif|gifs", isShownByBrowsers: true, version: 1 },
  { kind: "photo", name: "AVIF", opener: "avif", types: { "image/avif": "avif" }, asked: "avif|avifs", isShownByBrowsers: true, version: 1 },
  { kind: "photo", name: "TIFF", opener: "tiff", types: { "image/tiff": "tif" }, asked: "tiff|tiffs|tif", isShownByBrowsers: false, version: 0 },
  { kind: "photo", name: "HEIC", opener: "heic", types: { "image/heic": "heic", "image/heif": "heif" }, asked: "heic|heics|heif", isShownByBrowsers: false, version: 1 },
  { kind: "photo", name: "JPEG XL", opener: "jxl", types: { "image/jxl": "jxl" }, asked: "jxl|jxls", isShownByBrowsers: false, version: 1 },
  { kind: "photo", name: "RAW", opener: "raw", types: raw, asked: "", isShownByBrowsers: false, version: 2 },
  { kind: "video", name: "MP4", opener: "video", types: { "video/mp4": "mp4", "video/x-m4v": "m4v" }, asked: "mp4|mp4s", isShownByBrowsers: true, version: 1 },
  { kind: "video", name: "MOV", opener: "video", types: { "video/quicktime": "mov" }, asked: "mov|movs", isShownByBrowsers: true, version: 1 },
  { kind: "video", name: "3GP", opener: "video", types: { "video/3gpp": "3gp", "video/3gpp2": "3g2" }, asked: "3gp|3gps", isShownByBrowsers: true, version: 1 },
  { kind: "video", name: "WebM", opener: "video", types: { "video/webm": "webm" }, asked: "webm|webms", isShownByBrowsers: true, version: 1 },
  { kind: "video", name: "MKV", opener: "video", types: { "video/matroska": "mkv" }, asked: "mkv|mkvs", isShownByBrowsers: true, version: 1 },
];

/** Types of files that may belong to a photo: the film of a Live Photo, and XMP sidecars. */
export const filmTypes: Record<string, string> = { "video/quicktime": "mov", "video/mp4": "mp4" };
export const sidecarType = "application/rdf+xml";
export const besidePhotos: Record<string, string> = { ...filmTypes, [sidecarType]: "xmp" };
export const companionTypes = Object.keys(besidePhotos);

/** Returns the extension of a MIME type that is taken, of a photo or a file beside one. */
export function extensionFor(type: string): string | undefined {
  const types = { ...besidePhotos, ...takenTypes };
  return Object.hasOwn(types, type) ? types[type] : undefined;
}

/** Returns the format that a MIME type belongs to; undefined for one that is not taken. */
export function formatOf(type: string): FileFormat | undefined {
  return fileFormats.find(({ types }) => Object.hasOwn(types, type));
}

/** Says whether a file of this type holds a camera's raw data. */
export function isRaw(type: string): boolean {
  return Object.hasOwn(raw, type);
}

/** Says whether a file of this type is a video. */
export function kindOf(type: string): MediaKind {
  return formatOf(type)?.kind ?? "photo";
}

/** Every MIME type that is taken, with its extension. */
export const takenTypes: Record<string, string> = Object.assign({}, ...fileFormats.map(({ types }) => types));

/** "JPEG, PNG and RAW". */
export const takenWords = fileFormats
  .map(({ name }) => name)
  .join(", ")
  .replace(/, (?=[^,]*$)/, " and ");
