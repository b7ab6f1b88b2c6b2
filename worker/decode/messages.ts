import type { Decoded, DecodeFailure, DecodeRequest, ShrinkRequest } from "./protocol.ts";

export type Work = { type: "decode"; request: DecodeRequest } | { type: "shrink"; request: ShrinkRequest };

/** What the client tells the child. */
export interface Order {
  id: number;
  work: Work;
  /** Nothing else is in hand, and nothing will be until this is done. */
  alone: boolean;
}

/** What the child tells the client. */
export type DecodeReply =
  /** Once, at the start: what this machine lacks. */
  | { type: "ready"; missing: string | null }
  /** A picture so large that it wants to be ordered again, alone. */
  | { type: "large"; id: number }
  /** `rss`: bytes of memory that the child holds now. */
  | { type: "done"; id: number; result: Decoded | Uint8Array; rss: number }
  | { type: "failed"; id: number; kind: DecodeFailure; message: string; rss: number };
