import type { Photo } from "./photo.ts";
import { type KnownPhoto, toPhoto } from "./photo-rows.ts";

/** The few facts that a tile shows, because a grid of a whole library loads very many photos. */
export interface ShelfPhoto
  extends Pick<
    Photo,
    | "id"
    | "fileName"
    | "type"
    | "kind"
    | "durationMs"
    | "motion"
    | "width"
    | "height"
    | "takenAt"
    | "takenFrom"
    | "thumbhash"
    | "pictureNote"
    | "animated"
    | "favourite"
    | "rating"
    | "status"
    | "failure"
    | "flaw"
    | "damage"
  > {
  /** Whether a raw file belongs to it. */
  raw: boolean;
  /** A short text about what it shows: its caption, title or file name. */
  name: string;
  /** The town, or else the region or country. */
  place: string | null;
}

/** Letters of a name that a tile says. */
const longestName = 160;

export function toShelfPhoto(known: KnownPhoto): ShelfPhoto {
  const { caption, title, place, ...photo } = toPhoto(known);
  const name = caption?.text ?? title ?? photo.fileName;
  return {
    id: photo.id,
    fileName: photo.fileName,
    type: photo.type,
    kind: photo.kind,
    durationMs: photo.durationMs,
    motion: photo.motion,
    width: photo.width,
    height: photo.height,
    takenAt: photo.takenAt,
    takenFrom: photo.takenFrom,
    thumbhash: photo.thumbhash,
    pictureNote: photo.pictureNote,
    animated: photo.animated,
    favourite: photo.favourite,
    rating: photo.rating,
    status: photo.status,
    failure: photo.failure,
    flaw: photo.flaw,
    damage: photo.damage,
    raw: photo.companions.some(({ role }) => role === "raw"),
    name: name.length > longestName ? `${name.slice(0, longestName).replace(/\s+\S*$/, "")}…` : name,
    place: place?.city ?? place?.region ?? place?.country ?? null,
  };
}
