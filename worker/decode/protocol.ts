import type { PhotoFacts } from "#server/library/facts.ts";

/** What the decoder child is asked to do with one file. */
export interface DecodeRequest {
  path: string;
  /** MIME type, as sniffed when the file arrived. */
  type: string;
  maxMegapixels: number;
}

/** A smaller JPEG of a rendition of ours. */
export interface ShrinkRequest {
  path: string;
  /** Longest side, pixels; a smaller picture is not enlarged. */
  side: number;
}

export interface Renditions {
  /** JPEG, long side at most 1440, upright. */
  preview: Uint8Array;
  /** WebP, long side at most 250. */
  thumbnail: Uint8Array;
  /** base64 */
  thumbhash: string;
  /** Names of the main colours, most first ("blue", "grey"). */
  colours: string[];
  /** 0 black … 1 white. */
  brightness: number;
}

export interface Decoded {
  facts: PhotoFacts;
  /** null: the format has no preview yet (HEIC, JPEG XL, RAW). */
  renditions: Renditions | null;
  /** What could not be read and why, for the status ("perl is missing: …"). */
  notes: string[];
}

export type DecodeFailure =
  /** The file is at fault; a second try will not help. */
  | "damaged"
  | "too-many-pixels"
  | "unsupported"
  /** The file is not where the request says: not its fault. */
  | "missing"
  /** The decoder was killed or ran out of time or memory. */
  | "crashed"
  | "timeout"
  | "memory";

/** Thrown by the decoder's client; `message` is for people. */
export class DecodeError extends Error {
  readonly kind: DecodeFailure;

  constructor(kind: DecodeFailure, message: string) {
    super(message);
    this.name = "DecodeError";
    this.kind = kind;
  }
}

export interface Decoder {
  /** Opens the file in a child process. Throws DecodeError; an innocent file in the same child is tried again alone. */
  decode(request: DecodeRequest, signal?: AbortSignal): Promise<Decoded>;
  /** Makes a baseline JPEG, upright, of the long side that is asked for. Throws DecodeError. */
  shrink(request: ShrinkRequest, signal?: AbortSignal): Promise<Uint8Array>;
  /** What the decoder lacks on this machine (exiftool without perl); null when all is there, or nothing is known yet. */
  missing(): string | null;
  /** Ends the child. What is still asked rejects with an AbortError. */
  close(): Promise<void>;
}
