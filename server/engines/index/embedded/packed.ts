import type { Scored } from "../port.ts";

/** Hits as they are sent from thread to thread: a text and an array are copied many times faster than objects. */
interface PackedHits {
  packed: "hits";
  photoIds: string;
  scores: Float64Array;
}

interface PackedIds {
  packed: "ids";
  photoIds: string;
}

/** Fewer than this are sent as they are. */
const few = 20;

/** Packs hits, of which there may be very many; everything else stays as it is. */
export function pack(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  if (value.some((each) => Array.isArray(each))) return value.map(pack);
  if (value.length < few) return value;
  if (value.every((each) => typeof each === "string")) {
    return { packed: "ids", photoIds: value.join("\n") } satisfies PackedIds;
  }
  const hits = value as Scored[];
  return {
    packed: "hits",
    photoIds: hits.map(({ photoId }) => photoId).join("\n"),
    scores: Float64Array.from(hits, ({ score }) => score),
  } satisfies PackedHits;
}

/** Undoes `pack`. */
export function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (!isPacked(value)) return value;
  const ids = value.photoIds.split("\n");
  if (value.packed === "ids") return ids;
  return ids.map((photoId, at): Scored => ({ photoId, score: value.scores[at] ?? 0 }));
}

function isPacked(value: unknown): value is PackedHits | PackedIds {
  return typeof value === "object" && value !== null && "packed" in value;
}
