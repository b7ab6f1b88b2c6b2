import { z } from "zod";
import { editableFields } from "../library/photo.ts";
import { contradiction, type LocalTime, yearsOfPhotos } from "../library/photo-changes.ts";
import { id, ids } from "./inputs.ts";

const mostNames = 200;
const minutesOfCentury = 52_596_000;

/** Letters, spaces and line ends; a control character in a text is a mistake, and Postgres takes no NUL. */
const controls = /[^\P{Cc}\t\n\r]/u;

const text = (most: number) =>
  z
    .string()
    .max(most, `is longer than ${most.toLocaleString("en")} characters`)
    .refine((given) => given.isWellFormed() && !controls.test(given), "has characters that are no text")
    .transform((given) => given.normalize("NFC").trim());

/** A text in one line. */
const line = (most: number) => text(most).transform((given) => given.replace(/\s+/g, " "));

/** An empty text says the same as null: there is none. */
const orNone = (given: string | null) => given || null;

const names = z
  .array(line(200))
  .max(mostNames, `are more than ${mostNames}`)
  .transform((given) => [...new Set(given.filter((name) => name !== ""))]);

const localTime =
  /^(\d{4})-(\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A year, a month, a day. */
const localDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads a local time, with an offset or without, or only a day, a month or a year; null if it is none. */
function readLocalTime(given: string): LocalTime | null {
  const [isDate, someYear = "", month, someDay] = localDate.exec(given) ?? [];
  if (isDate !== undefined) {
    const precision = month === undefined ? "year" : someDay === undefined ? "month" : "day";
    return checked(`${someYear}-${month ?? "01"}-${someDay ?? "01"}T00:00:00.000`, undefined, precision);
  }
  const [, year = "", day = "", seconds = "00", fraction = "", offset] = localTime.exec(given) ?? [];
  return checked(`${year}-${day}:${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}`, offset, "moment");
}

function checked(
  local: string,
  offset: string | undefined,
  precision: LocalTime["precision"],
): LocalTime | null {
  const time = Date.parse(`${local}Z`);
  // 30 February is read as 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString() !== `${local}Z`) return null;
  const year = Number(local.slice(0, 4));
  if (year < yearsOfPhotos.first || year > yearsOfPhotos.last) return null;
  const minutes = offsetOf(offset);
  return minutes !== null && Math.abs(minutes) > 14 * 60 ? null : { local, offset: minutes, precision };
}

function offsetOf(offset: string | undefined): number | null {
  if (offset === undefined) return null;
  if (offset === "Z") return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  return (hours * 60 + minutes) * (offset.startsWith("-") ? -1 : 1);
}

const takenAt = z.string().transform((given, context): LocalTime => {
  const read = readLocalTime(given);
  if (read) return read;
  const { first, last } = yearsOfPhotos;
  context.addIssue({
    code: "custom",
    message: `must be a local time such as 2024-07-14T20:47:00, with an offset or without, or a day, a month or a year, from ${first} to ${last}`,
  });
  return z.NEVER;
});

const part = line(200)
  .nullish()
  .transform((given) => given || null);

const place = z.union(
  [
    line(300),
    z.strictObject({
      ...{ city: part, region: part, country: part },
      latitude: z.number().min(-90).max(90).nullish(),
      longitude: z.number().min(-180).max(180).nullish(),
    }),
  ],
  "must be a name, coordinates, or an object with city, region, country, latitude, longitude",
);

export const photoEdit = z
  .strictObject({
    /** Chosen by the caller, so that an edit that is sent twice is made once. */
    id: id.optional(),
    ids,
    title: line(500).nullable().transform(orNone).optional(),
    description: text(10_000).nullable().transform(orNone).optional(),
    caption: text(10_000)
      .refine((given) => given !== "", "is empty; revert it to what the model says")
      .optional(),
    takenAt: takenAt.nullable().optional(),
    shiftMinutes: z.number().int().min(-minutesOfCentury).max(minutesOfCentury).optional(),
    /** "Porto, Portugal", "41.15, -8.61", or part by part. */
    place: place.nullable().optional(),
    people: names.optional(),
    addPeople: names.optional(),
    removePeople: names.optional(),
    keywords: names.optional(),
    addKeywords: names.optional(),
    removeKeywords: names.optional(),
    /** Stars; 0 is none. */
    rating: z.number().int().min(0).max(5).optional(),
    favourite: z.boolean().optional(),
    /** Fields that go back to what the file says; a caption goes back to what the model says. */
    revert: z.array(z.enum(editableFields)).max(editableFields.length).optional(),
  })
  .transform(({ id: edit, ids: photoIds, ...changes }, context) => {
    const wrong = contradiction(changes);
    if (wrong) context.addIssue({ code: "custom", message: wrong });
    return { id: edit, photoIds, changes };
  });
