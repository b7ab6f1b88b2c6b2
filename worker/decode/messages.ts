import type { Decoded, DecodeFailure, DecodeRequest } from "./protocol.ts";

/** What the client tells the child. */
export interface Order {
  id: number;
  request: DecodeRequest;
  /** Nothing else is in hand, and nothing will be until this is done. */
  alone: boolean;
}

/** What the child tells the client. */
export type Reply =
  /** Once, at the start: what this machine lacks. */
  | { type: "ready"; missing: string | null }
  /** `rss`: bytes of memory that the child holds now. */
  | { type: "decoded"; id: number; decoded: Decoded; rss: number }
  /** A picture so large that it wants to be ordered again, alone. */
  | { type: "large"; id: number }
  | { type: "failed"; id: number; kind: DecodeFailure; message: string; rss: number };
