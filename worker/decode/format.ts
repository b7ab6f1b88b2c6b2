import type { Channels } from "sharp";
import type { PictureNote } from "#server/library/photo.ts";
import type { Ffmpeg } from "./ffmpeg.ts";

export interface Pixels {
  data: Uint8Array;
  raw: { width: number; height: number; channels: Channels };
}

/** A file whose header was read. */
export interface OpenedFile {
  /** The size of the upright picture; null if only the metadata tells it. */
  size: { width: number; height: number } | null;
  /** The cost of decoding, in pixels of a baseline JPEG. */
  weight: number;
  /** The raw EXIF block, for machines without perl. */
  exif: Uint8Array | undefined;
  isAnimated: boolean;
  pictureNote: PictureNote | null;
  /**
   * Decodes the first picture: upright, sRGB, on white, at most as large as the preview. Returns null if the
   * file holds no picture that can be shown. Throws any error (`failureFrom`).
   */
  decode(): Promise<Pixels | null>;
  /** The length of a video, ms; null if the file does not tell. */
  durationMs?: number | null;
  /** Why the picture can be shown only in part, in words for a person. */
  flaw?: string | null;
  /** Several frames of a video on one picture, for the model that describes it; null if there is only one. After `decode`. */
  sheet?(): Promise<Pixels | null>;
}

/** How files of one format are opened; `server/formats.ts` names the file that does it. */
export interface Format {
  /** Reads the header without decoding any pixel. Throws DecodeError, also for too many pixels. */
  open(path: string, maxMegapixels: number, tools: OpenTools): Promise<OpenedFile>;
}

/** A picture that a raw file holds beside its own data. */
export interface EmbeddedPreview {
  jpeg: Uint8Array;
  /** The EXIF orientation of the raw file. */
  orientation: number;
  /** The size of the raw picture as it is stored; null if the file does not tell. */
  stored: { width: number; height: number } | null;
}

/** The tools that a child opens all its files with. */
export type ChildTools = Pick<OpenTools, "ffmpeg" | "largestPreview">;

export interface OpenTools {
  /** The MIME type of the file. */
  type: string;
  /** False for a raw file whose raw data has crashed or stalled LibRaw. */
  mayDevelop: boolean;
  /** FFmpeg, for videos; null if this machine has none. */
  ffmpeg(): Ffmpeg | null;
  /** Finds the largest JPEG in a raw file; null if there is none. Throws if exiftool does not run. */
  largestPreview(path: string): Promise<EmbeddedPreview | null>;
}
