import type { Decoded, DecodeFailure, DecodeRequest, ShrinkRequest } from "./protocol.ts";

export type Work = { type: "decode"; request: DecodeRequest } | { type: "shrink"; request: ShrinkRequest };

/** A message from the client to the child. */
export interface Order {
  id: number;
  work: Work;
  /** True if nothing else is open, and nothing will be until this is done. */
  alone: boolean;
}

/** A message from the child to the client. */
export type DecodeReply =
  /** Sent once at the start, to say what this machine lacks. */
  | { type: "ready"; missing: string | null }
  /** The picture is so large that it must be ordered again, alone. */
  | { type: "large"; id: number }
  | ({ type: "done"; result: Decoded | Uint8Array } & Ended)
  | ({ type: "failed"; kind: DecodeFailure; message: string; isCertain: boolean } & Ended);

interface Ended {
  id: number;
  /** The bytes of memory that the child holds now. */
  rss: number;
  /** True if what it holds may disturb the next file. */
  isSpent: boolean;
}
