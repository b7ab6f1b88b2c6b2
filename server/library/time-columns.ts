import { timeThatHolds } from "./edited.ts";
import { localMs } from "./photo-rows.ts";
import type { EditsRow, PhotoRow } from "./schema.ts";
import { dayNumber } from "./shape.ts";

type TimeKnown = Pick<EditsRow, "taken_local" | "taken_precision">;

/**
 * Returns the columns that photos are sorted and shelved by. They follow from the time that holds, so whoever writes
 * facts or edits writes them, too. A photo without a time is sorted by its arrival.
 */
export function timeColumns(
  createdAt: number,
  facts: TimeKnown | null,
  edits: TimeKnown | null,
): Pick<PhotoRow, "sort_at" | "taken_day"> {
  const time = timeThatHolds(facts, edits);
  const local = time?.taken_local || null;
  return {
    sort_at: local === null ? createdAt : localMs(local),
    taken_day: dayNumber(local, time?.taken_precision ?? "moment"),
  };
}
