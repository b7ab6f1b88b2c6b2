import type { Channels } from "sharp";

export interface Pixels {
  data: Uint8Array;
  raw: { width: number; height: number; channels: Channels };
}

/** A file whose header was read. */
export interface OpenedFile {
  /** The size of the upright picture; null if only the metadata tells it. */
  size: { width: number; height: number } | null;
  /** What decoding costs, measured in pixels of a baseline JPEG. */
  weight: number;
  /** The raw EXIF block, for machines without perl. */
  exif: Uint8Array | undefined;
  /**
   * Decodes the first picture: upright, sRGB, on white, at most as large as the preview. Returns null if the
   * file holds no picture that can be shown. Throws any error (`failureFrom`).
   */
  decode(): Promise<Pixels | null>;
}

/** How files of one format are opened; `server/formats.ts` names the file that does it. */
export interface Format {
  /** Reads the header without decoding any pixel. Throws DecodeError, also for too many pixels. */
  open(path: string, maxMegapixels: number): Promise<OpenedFile>;
}
