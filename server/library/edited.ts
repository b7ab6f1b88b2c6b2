import { type ChangedField, changedFields, type EditableField, editableFields } from "./photo.ts";
import type { EditsRow } from "./schema.ts";

/** The columns of a row of edits without its keys. */
export type EditColumns = Omit<EditsRow, "photo_id" | "owner" | "updated_at">;

/** The columns of each field. Times and places are edited as a whole. */
export const columnsOfField: Record<ChangedField, readonly (keyof EditColumns)[]> = {
  title: ["title"],
  description: ["description"],
  caption: ["caption"],
  takenAt: ["taken_local", "taken_offset", "taken_precision"],
  place: ["latitude", "longitude", "city", "region", "country", "country_code"],
  people: ["people"],
  keywords: ["keywords"],
  rating: ["rating"],
  favourite: ["favourite"],
};

export const noEdits: EditColumns = {
  taken_local: null,
  taken_offset: null,
  taken_precision: null,
  latitude: null,
  longitude: null,
  city: null,
  region: null,
  country: null,
  country_code: null,
  favourite: 0,
  title: null,
  description: null,
  caption: null,
  rating: null,
  keywords: null,
  people: null,
};

/** A place is edited as a whole. */
export function isPlaceEdited({ latitude, country, city }: Pick<EditsRow, "latitude" | "country" | "city">) {
  return latitude !== null || country !== null || city !== null;
}

/** An edited time that is empty says that there is none. */
const isTimeEdited = ({ taken_local }: Pick<EditsRow, "taken_local">) => taken_local !== null;

type TimeKnown = Pick<EditsRow, "taken_local" | "taken_precision">;

/** Returns the row whose time counts: the edits, if a person has set a time, or else the file's facts. */
export const timeThatHolds = <Facts extends TimeKnown, Edits extends TimeKnown>(
  facts: Facts | null,
  edits: Edits | null,
): Facts | Edits | null => (edits && isTimeEdited(edits) ? edits : facts);

/** Returns the fields that a person has changed in a photo. */
export function editedFields(edits: EditColumns | null): EditableField[] {
  if (edits === null) return [];
  return editableFields.filter((field) => columnsOfField[field].some((column) => edits[column] !== null));
}

/** Returns the fields that have one of these columns. */
export function fieldsWith(columns: ReadonlySet<string>): ChangedField[] {
  return changedFields.filter((field) => columnsOfField[field].some((column) => columns.has(column)));
}
