import { lastAbove, lastFrom, type ShelfLayout } from "./shelf-layout.ts";

/**
 * A place on a shelf that stays the same when photos come or go and when the window changes: the photo at the top, by
 * its day and counted from the day's end, because what is new comes first.
 */
export interface ShelfMark {
  section: string;
  /** Day of the month; null on shelves without days. */
  day: number | null;
  fromEnd: number;
  /** How far the top of the window is below the top of the photo's row, px. */
  below: number;
}

/** Marks what stands at this height of a shelf; null if nothing does. */
export function markAt(layout: ShelfLayout, shown: number): ShelfMark | null {
  const { rows, days } = layout;
  let at = lastAbove(rows, shown);
  // Between two rows the lower one counts, so that a heading stays where it is.
  while (rows[at + 1] && (rows[at]?.top ?? 0) + (rows[at]?.height ?? 0) <= shown) at++;
  const row = rows[at];
  if (!row) return null;
  const day = days[lastFrom(days, row.first)] ?? null;
  const { first, photos } = day ?? row.section;
  return {
    section: row.section.key,
    day: day?.day ?? null,
    fromEnd: first + photos - row.first,
    below: shown - row.top,
  };
}

/** Returns the height at which a mark stands now; that of its section if its day is gone, and null if all is gone. */
export function heightOf(layout: ShelfLayout, mark: ShelfMark): number | null {
  const section = layout.sections.find(({ key }) => key === mark.section);
  if (!section) return null;
  const day =
    mark.day === null
      ? section
      : layout.days
          .slice(lastFrom(layout.days, section.first))
          .find((each) => each.section === section && each.day === mark.day);
  if (!day) return section.top;
  const photo = Math.max(day.first, day.first + day.photos - mark.fromEnd);
  const row = layout.rows[lastFrom(layout.rows, photo)];
  return row ? row.top + mark.below : section.top;
}
