import { z } from "zod";

export const id = z.uuid();
export const ids = z.array(id).min(1).max(1_000);
export const limit = z.number().int().min(1).max(200);

export const pageInput = (cursor: RegExp) =>
  z.object({
    cursor: z.string().regex(cursor, "is not a cursor of this list").optional(),
    limit: limit.optional(),
  });

export const zone = z.string().max(64).refine(isTimeZone, "is not a time zone");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The asker's time and time zone, so that "yesterday" is theirs. */
export const clock = {
  now: z.iso.datetime({ offset: true, local: true }).optional(),
  timeZone: zone.optional(),
};

export const question = z.string().max(2_000, "is longer than 2,000 characters");
