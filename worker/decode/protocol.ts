import type { PhotoFacts } from "#server/library/facts.ts";
import type { PictureNote } from "#server/library/photo.ts";

/** A request to the decoder to read one file. */
export interface DecodeRequest {
  path: string;
  /** The MIME type that was sniffed when the file arrived. */
  type: string;
  maxMegapixels: number;
  /** Why the pixels must not be opened; absent if they may be. */
  factsOnly?: string;
  /** True if a raw file is to be shown by its preview, however small. */
  previewOnly?: boolean;
}

/** A request for a smaller JPEG of one of our renditions. */
export interface ShrinkRequest {
  path: string;
  /** The longest side in pixels; a smaller picture is not enlarged. */
  side: number;
}

export interface Renditions {
  /** A JPEG, upright, long side at most 1440. */
  preview: Uint8Array;
  /** A JPEG of several frames of a video, which a model describes instead of the preview; null if there is no such. */
  sheet: Uint8Array | null;
  /** A WebP, long side at most 250. */
  thumbnail: Uint8Array;
  /** In base64. */
  thumbhash: string;
  /** Names of the main colours, largest first ("blue", "grey"). */
  colours: string[];
  /** From 0 (black) to 1 (white). */
  brightness: number;
}

export interface Decoded {
  facts: PhotoFacts;
  /** Null if the file holds no picture that can be shown (some raw files). */
  renditions: Renditions | null;
  animated: boolean;
  pictureNote: PictureNote | null;
  /** Why the picture could not be read, or only in part, in words for a person. */
  flaw?: string;
  /** Says what could not be read and why, for the status ("perl is missing: …"). */
  notes: string[];
}

export type DecodeFailure =
  /** The file is at fault; a second try will not help. */
  | "damaged"
  | "too-many-pixels"
  | "unsupported"
  /** There is no file at this path, which is not the photo's fault. */
  | "missing"
  /** The decoder was killed or ran out of time or memory. */
  | "crashed"
  | "timeout"
  | "memory";

/** The error of the decoder's client; its `message` is for people. */
export class DecodeError extends Error {
  readonly kind: DecodeFailure;
  /** False if the file may have failed because of others that were open beside it. */
  readonly isCertain: boolean;

  constructor(kind: DecodeFailure, message: string, isCertain = true) {
    super(message);
    this.name = "DecodeError";
    this.kind = kind;
    this.isCertain = isCertain;
  }
}

export interface DecodeHow {
  signal?: AbortSignal;
  /** A worker died while it had this file open, so nothing else is open beside it. */
  isSuspect?: boolean;
  /** Is called each time a child begins with the file, and returns what to call when the child is done or dead. */
  onOpen?: () => () => void;
}

export interface Decoder {
  /**
   * Opens the file in a child process. Throws DecodeError; a file that another one has disturbed is tried
   * again alone.
   */
  decode(request: DecodeRequest, how?: DecodeHow): Promise<Decoded>;
  /** Makes a baseline JPEG, upright, with the requested long side. Throws DecodeError. */
  shrink(request: ShrinkRequest, signal?: AbortSignal): Promise<Uint8Array>;
  /**
   * Says what the decoder lacks on this machine (perl for exiftool); null if nothing is missing or it is not
   * known yet.
   */
  missing(): string | null;
  /** Ends the child. Open requests reject with an AbortError. */
  close(): Promise<void>;
}
