import { columnsOfField, type EditColumns, fieldsWith } from "./edited.ts";
import type { ChangedField } from "./photo.ts";

/** The columns of one photo that an edit changed. A field that changed is there with all its columns. */
export interface ColumnsChanged {
  before: Partial<EditColumns>;
  after: Partial<EditColumns>;
}

/** Returns what writing `set` would change; null if it would change nothing. */
export function difference(before: EditColumns, set: Partial<EditColumns>): ColumnsChanged | null {
  const differing = columnsIn(set).filter((column) => (set[column] ?? null) !== before[column]);
  if (differing.length === 0) return null;
  const columns = columnsOf(fieldsWith(new Set(differing)), set);
  return { before: pick(before, columns), after: pick(set, columns) };
}

export const fieldsOf = ({ after }: ColumnsChanged): ChangedField[] =>
  fieldsWith(new Set(Object.keys(after)));

/** Returns the columns to write so that a change is taken back. A field that was changed after it stays. */
export function undone(now: EditColumns, change: ColumnsChanged): Partial<EditColumns> {
  const untouched = fieldsOf(change).filter((field) =>
    columnsOf([field], change.after).every((column) => now[column] === (change.after[column] ?? null)),
  );
  return pick(change.before, columnsOf(untouched, change.before));
}

/** Says whether a change has been taken back. */
export const isTakenBack = (now: EditColumns, { before }: ColumnsChanged): boolean =>
  columnsIn(before).every((column) => now[column] === (before[column] ?? null));

const columnsOf = (fields: ChangedField[], among: Partial<EditColumns>) =>
  fields.flatMap((field) => columnsOfField[field]).filter((column) => Object.hasOwn(among, column));

const columnsIn = (some: Partial<EditColumns>) =>
  Object.values(columnsOfField)
    .flat()
    .filter((column) => Object.hasOwn(some, column));

function pick(from: Partial<EditColumns>, columns: (keyof EditColumns)[]): Partial<EditColumns> {
  return Object.fromEntries(columns.map((column) => [column, from[column] ?? null]));
}
