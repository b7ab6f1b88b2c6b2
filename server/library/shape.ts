import { sql } from "kysely";
import type { TakenPrecision } from "./photo.ts";
import { writtenAsKnown } from "./photo-rows.ts";

/** Width by height, within what a grid can show. A grid knows the shapes of all photos before it knows the photos. */
const narrowest = 0.4;
const widest = 4;
const steps = 90;
const firstCode = 35;
const unknownRatio = 4 / 3;

/** The ratios that shapes stand for, in order: the first is of the sign "#", the next of "$", and so on. */
export const shapeRatios: readonly number[] = Array.from({ length: steps + 1 }, (_, step) =>
  Number((narrowest * (widest / narrowest) ** (step / steps)).toFixed(4)),
);

/** Returns a picture's width by height as one sign, to about one part in a hundred; 4:3 while it is unknown. */
export function shapeOf(width: number | null, height: number | null): string {
  const ratio = width && height ? Math.min(widest, Math.max(narrowest, width / height)) : unknownRatio;
  const step = Math.round((Math.log(ratio / narrowest) / Math.log(widest / narrowest)) * steps);
  return String.fromCharCode(firstCode + step);
}

/** Returns the day as a number, 20240714; 20240700 if only the month is known, 20240000 if only the year, 0 if nothing. */
export function dayNumber(local: string | null, precision: TakenPrecision): number {
  if (!local) return 0;
  const known = writtenAsKnown(local.slice(0, 10), precision).replaceAll("-", "");
  return Number(known.padEnd(8, "0")) || 0;
}

/** The signs of photos in one text, in this order. */
export const shapesInOrder = (order: ReturnType<typeof sql>) =>
  sql<string>`string_agg(photos.shape, '' order by ${order})`;
