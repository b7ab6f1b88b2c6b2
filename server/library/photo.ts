import { z } from "zod";
import { mediaKinds } from "../formats.ts";

/** The life of a photo, in order; `failed` can follow any of the first four. */
export const photoStatuses = ["received", "prepared", "described", "embedded", "indexed", "failed"] as const;
export type PhotoStatus = (typeof photoStatuses)[number];

/** The stages of the pipeline; each leads from one status to the next. */
export const stages = ["prepare", "describe", "embed", "index"] as const;
export type Stage = (typeof stages)[number];

/** The possible damages of an original. */
const photoDamages = ["missing", "damaged"] as const;
export type PhotoDamage = (typeof photoDamages)[number];

/**
 * The remarks about a photo's picture: the file has only a small one, it has none that can be shown, or this machine
 * lacks the program that opens videos.
 */
const pictureNotes = ["small", "none", "no-reader"] as const;
export type PictureNote = (typeof pictureNotes)[number];

/** The roles of a file that belongs to a photo. */
const companionRoles = ["motion", "raw", "sidecar"] as const;
export type CompanionRole = (typeof companionRoles)[number];

/** How exactly the time of a photo is known. */
const takenPrecisions = ["moment", "day", "month", "year"] as const;
export type TakenPrecision = (typeof takenPrecisions)[number];

/**
 * Where a date comes from: a person, the file's own record, or a guess: the name of the file, or when a
 * program last changed it.
 */
const takenSources = ["person", "file", "name", "change"] as const;
export type TakenSource = (typeof takenSources)[number];

export function isGuess(from: TakenSource | null | undefined): from is "name" | "change" {
  return from === "name" || from === "change";
}
/** The fields of a photo that a person can change and that the file has too. */
export const editableFields = [
  "title",
  "description",
  "caption",
  "takenAt",
  "place",
  "people",
  "keywords",
  "rating",
] as const;
export type EditableField = (typeof editableFields)[number];

/** All fields that a person can change. A favourite is not written in any file. */
export const changedFields = [...editableFields, "favourite"] as const;
export type ChangedField = (typeof changedFields)[number];

export const place = z.object({
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

/** A file that belongs to a photo. It is downloaded like a photo, by its own id. */
const companion = z.object({
  id: z.string(),
  role: z.enum(companionRoles),
  fileName: z.string(),
  type: z.string(),
  bytes: z.number(),
});

/** A photo as every caller sees it: the facts of its file, overridden by a person's edits. */
export const photo = z.object({
  id: z.string(),
  sha256: z.string(),
  /** The name that was given; it is text to show, never a path. */
  fileName: z.string(),
  /** MIME type, sniffed from the bytes. */
  type: z.string(),
  bytes: z.number(),
  kind: z.enum(mediaKinds),
  /** The length of a video, ms; null for a photo, until prepared, or if the file does not tell. */
  durationMs: z.number().nullable(),
  /** Pixels of the upright picture; null until prepared, or if the format does not tell. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /**
   * The camera's local time in ISO 8601, as exactly as it is known: "1987", "1987-07", "1987-07-04" or a time,
   * which ends in an offset only where one is known.
   */
  takenAt: z.string().nullable(),
  /** "name" and "change" are guesses. */
  takenFrom: z.enum(takenSources).nullable(),
  place: place.nullable(),
  /** Further names of its place, and other places where it was taken or that it shows. */
  otherPlaces: z.array(z.string()),
  camera: z.string().nullable(),
  lens: z.string().nullable(),
  rating: z.number().nullable(),
  favourite: z.boolean(),
  keywords: z.array(z.string()),
  people: z.array(z.string()),
  title: z.string().nullable(),
  /** The text that a person wrote into the file, or in Glimpse. */
  description: z.string().nullable(),
  /** `raw` is all that the model answered; null if the caption is the whole answer. */
  caption: z.object({ text: z.string(), model: z.string(), raw: z.string().nullable() }).nullable(),
  /** The fields that a person has changed. `photos.edit` can bring back the value from the file or the model. */
  edited: z.array(z.enum(editableFields)),
  /** Base64; null if there is no preview (yet, or `pictureNote` says why). */
  thumbhash: z.string().nullable(),
  /** True if the file moves; its preview is the first frame. */
  animated: z.boolean(),
  pictureNote: z.enum(pictureNotes).nullable(),
  /** The film of a Live Photo, or the raw file beside it, and its sidecars. */
  companions: z.array(companion),
  /**
   * The film behind the picture: that of a Live Photo, which is a file of its own, or one inside the photo's file. It
   * is served at `/photos/:id/motion`; `type` is its MIME type.
   */
  motion: z.object({ from: z.enum(["file", "inside"]), type: z.string() }).nullable(),
  /**
   * Null for a photo. A file that belongs to a photo is in no list and no answer; `of` is the photo, and null for a
   * sidecar that waits for its photo.
   */
  partOf: z.object({ role: z.enum(companionRoles), of: z.string().nullable() }).nullable(),
  status: z.enum(photoStatuses),
  failure: z.object({ stage: z.enum(stages), reason: z.string() }).nullable(),
  /** Why the picture cannot be shown, or only in part; its facts are there nevertheless. */
  flaw: z.string().nullable(),
  /** The known damage of the original; null if there is none. Uploading the same bytes again repairs it. */
  damage: z.enum(photoDamages).nullable(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
});
export type Photo = z.infer<typeof photo>;

/** An event of a photo, as `photos.timeline` and `jobs.watch` report it. */
const photoEvent = z.object({
  id: z.string(),
  photoId: z.string(),
  type: z.enum([
    ...photoStatuses,
    "attempt-failed",
    "retried",
    "removed",
    "restored",
    "edited",
    "damaged",
    "repaired",
    "joined",
  ]),
  /** ISO 8601, UTC. */
  at: z.string(),
  stage: z.enum(stages).nullable(),
  attempt: z.number().nullable(),
  model: z.string().nullable(),
  reason: z.string().nullable(),
  /** The model's answer that was not a caption. */
  raw: z.string().nullable(),
  /** The fields that a person changed. */
  fields: z.array(z.enum(changedFields)).nullable(),
});
export type PhotoEvent = z.infer<typeof photoEvent>;

/** Counts of photos per status; they add up to `total`. */
export interface JobsSummary {
  total: number;
  /** How many of the indexed have no picture, and so no description: they are found by their facts alone. */
  factsOnly: number;
  /** How many are damaged and shown in part. */
  shownInPart: number;
  /** How many XMP sidecars wait for their photos. They are no photos, and not in `total`. */
  waitingSidecars: number;
  byStatus: Record<PhotoStatus, number>;
}

/** A job of a photo that is not done: waiting, running or failed. */
export interface JobItem {
  id: string;
  photoId: string;
  fileName: string;
  thumbhash: string | null;
  stage: Stage;
  state: "queued" | "running" | "failed";
  attempts: number;
  /** Why the last attempt failed, in words for a person. */
  reason: string | null;
  /** ISO 8601, UTC; the job does not run before this time. */
  dueAt: string;
}
