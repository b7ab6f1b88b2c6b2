import { AppError } from "../errors.ts";
import { columnsOfField, type EditColumns, noEdits } from "./edited.ts";
import { type EditableField, editableFields, type TakenPrecision } from "./photo.ts";
import { effectiveFacts, type KnownPhoto, localMs } from "./photo-rows.ts";
import { type PlaceAsked, placeColumns } from "./place-asked.ts";

/** A local time `YYYY-MM-DDTHH:mm:ss.sss` (the beginning of the day, month or year), and minutes east of UTC where they are known. */
export interface LocalTime {
  local: string;
  offset: number | null;
  precision: TakenPrecision;
}

/**
 * A person's changes of photos. A field that is missing stays as it is; null and an empty list mean that there is none.
 */
export interface PhotoChanges<Place = PlaceAsked> {
  title?: string | null;
  description?: string | null;
  caption?: string;
  takenAt?: LocalTime | null;
  /** Moves the time taken of each photo that has one. */
  shiftMinutes?: number;
  place?: Place | null;
  people?: string[];
  addPeople?: string[];
  removePeople?: string[];
  keywords?: string[];
  addKeywords?: string[];
  removeKeywords?: string[];
  /** Stars, 0 to 5. */
  rating?: number;
  favourite?: boolean;
  /** Fields that go back to the value from the file; a caption goes back to the model's. */
  revert?: EditableField[];
}

/** The years that cameras and people may name. */
export const yearsOfPhotos = { first: 1800, last: 2199 };

/** Returns the columns that changes set for a photo, whatever they were before. */
export function columnsFor(known: KnownPhoto, changes: PhotoChanges): Partial<EditColumns> {
  const { title, description, caption, takenAt, place, rating, favourite } = changes;
  const reverted = (changes.revert ?? []).flatMap((field) => columnsOfField[field]);
  return {
    ...Object.fromEntries(reverted.map((column) => [column, noEdits[column]])),
    ...(title !== undefined && { title: title ?? "" }),
    ...(description !== undefined && { description: description ?? "" }),
    ...(caption !== undefined && { caption }),
    ...(takenAt !== undefined && {
      taken_local: takenAt?.local ?? "",
      taken_offset: takenAt?.offset ?? null,
      taken_precision: takenAt === null || takenAt.precision === "moment" ? null : takenAt.precision,
    }),
    ...shifted(known, changes.shiftMinutes),
    ...(place && placeColumns(place, known.facts)),
    ...(place === null && { ...noPlace, country: "" }),
    ...listColumn("people", known, changes.people, changes.addPeople, changes.removePeople),
    ...listColumn("keywords", known, changes.keywords, changes.addKeywords, changes.removeKeywords),
    ...(rating !== undefined && { rating }),
    ...(favourite !== undefined && { favourite: Number(favourite) }),
  };
}

const noPlace = { latitude: null, longitude: null, city: null, region: null, country_code: null };

function shifted(known: KnownPhoto, minutes: number | undefined): Partial<EditColumns> {
  const { takenLocal, takenOffset, takenPrecision } = effectiveFacts(known);
  // A day, a month or a year has no hour to shift.
  if (minutes === undefined || takenLocal === null || takenPrecision !== "moment") return {};
  const moved = new Date(localMs(takenLocal) + minutes * 60_000);
  const year = moved.getUTCFullYear();
  if (!(year >= yearsOfPhotos.first && year <= yearsOfPhotos.last))
    throw new AppError("BAD_REQUEST", `shiftMinutes: moves a photo into the year ${year}`);
  return { taken_local: moved.toISOString().slice(0, -1), taken_offset: takenOffset, taken_precision: null };
}

function listColumn(
  column: "people" | "keywords",
  known: KnownPhoto,
  all: string[] | undefined,
  added: string[] | undefined,
  removed: string[] | undefined,
): Partial<EditColumns> {
  if (all === undefined && added === undefined && removed === undefined) return {};
  const before = all ?? effectiveFacts(known)[column];
  const gone = new Set(removed);
  const now = [...new Set([...before, ...(added ?? [])])].filter((name) => !gone.has(name));
  return { [column]: JSON.stringify(now) };
}

/** Says what is wrong with changes that contradict one another or change nothing; null if they are fine. */
export function contradiction(changes: PhotoChanges<unknown>): string | null {
  const named = Object.entries(changes).filter(
    ([name, value]) => value !== undefined && (isWhole(name) || !Array.isArray(value) || value.length > 0),
  );
  if (named.length === 0) return "Say what to change.";
  const { revert = [], takenAt, shiftMinutes } = changes;
  if (takenAt !== undefined && shiftMinutes !== undefined)
    return "takenAt: cannot be set and shifted at once";
  for (const field of ["people", "keywords"] as const) {
    const added = field === "people" ? changes.addPeople : changes.addKeywords;
    const removed = field === "people" ? changes.removePeople : changes.removeKeywords;
    if (changes[field] !== undefined && (added !== undefined || removed !== undefined))
      return `${field}: cannot be set and added to at once`;
    if (revert.includes(field) && (added !== undefined || removed !== undefined))
      return `${field}: cannot be changed and brought back at once`;
  }
  if (revert.includes("takenAt") && shiftMinutes !== undefined)
    return "takenAt: cannot be shifted and brought back at once";
  const both = editableFields.find((field) => changes[field] !== undefined && revert.includes(field));
  return both ? `${both}: cannot be changed and brought back at once` : null;
}

/**
 * The lists that a change replaces as a whole. An empty one is a change; an empty list to add, remove or revert is
 * none.
 */
const isWhole = (name: string) => name === "people" || name === "keywords";
