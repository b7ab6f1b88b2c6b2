import type { ByteStretch } from "./engines/objects/port.ts";

interface RangeHeaders {
  range?: string | undefined;
  "if-range"?: string | string[] | undefined;
}

/**
 * Returns the stretch of bytes that a request asks for (RFC 9110, 14); null if it should get all of them, as
 * also when it asks for several stretches, or for a stretch of an older version. "beyond": there is none of
 * these bytes.
 */
export function stretchAsked(
  headers: RangeHeaders,
  bytes: number,
  etag: unknown,
): ByteStretch | "beyond" | null {
  const [, from, to] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(headers.range ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  // We tell no time of change, so a time cannot match.
  if (headers["if-range"] !== undefined && headers["if-range"] !== etag) return null;
  const last = to === "" || from === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  const first = from === "" ? Math.max(bytes - Number(to), 0) : Number(from);
  if (from !== "" && to !== "" && Number(to) < first) return null;
  return first > last ? "beyond" : { first, last };
}
