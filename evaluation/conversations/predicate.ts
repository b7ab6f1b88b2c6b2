import { z } from "zod";
import { cameraNameOf, dateOf, distanceKm, fieldsOf } from "./facts.ts";
import type { FixturePhoto } from "./photo.ts";

/** Text such as "/dogs?/i" becomes a regular expression. */
export const pattern = z.string().transform((text, context): RegExp => {
  const [, source, flags] = /^\/(.+)\/([imsu]*)$/s.exec(text) ?? [];
  try {
    if (source !== undefined) return new RegExp(source, flags);
  } catch {
    // We report this below, together with a text that has no slashes.
  }
  context.addIssue(`“${text}” is not a regular expression`);
  return z.NEVER;
});

const words = z.array(z.string()).min(1);
const numbers = z.array(z.number()).min(1);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const dayOfYear = z.string().regex(/^\d\d-\d\d$/);
/** The least and the greatest value, both included; null stands for no limit. */
const range = z.tuple([z.number().nullable(), z.number().nullable()]);
const facts = z.array(z.enum(["taken", "place", "people", "rating"])).min(1);

/**
 * Describes photos by the fixture's own data. Everything that is named must hold, so that `{}` means every photo. A list
 * of values means any of them, unless its comment says otherwise. A photo that lacks a fact does not match on it.
 */
export const predicate = z.strictObject({
  get allOf(): z.ZodOptional<z.ZodArray<typeof predicate>> {
    return z.array(predicate).optional();
  },
  get anyOf(): z.ZodOptional<z.ZodArray<typeof predicate>> {
    return z.array(predicate).optional();
  },
  get noneOf(): z.ZodOptional<z.ZodArray<typeof predicate>> {
    return z.array(predicate).optional();
  },
  name: words.optional(),
  known: facts.optional(),
  unknown: facts.optional(),

  /** The first day, and the last. */
  from: day.optional(),
  to: day.optional(),
  /** The first and the last day of a span that returns every year: "12-24". */
  yearly: z.tuple([dayOfYear, dayOfYear]).optional(),
  year: numbers.optional(),
  month: numbers.optional(),
  /** Monday is 1, Sunday 7. */
  weekday: numbers.optional(),
  season: words.optional(),
  /** The first hour, and the hour that is no longer included, by the photo's clock. It may pass midnight. */
  hours: z.tuple([z.number(), z.number()]).optional(),

  city: words.optional(),
  region: words.optional(),
  country: words.optional(),
  near: z.strictObject({ km: z.number(), latitude: z.number(), longitude: z.number() }).optional(),

  /** The photo names all of these people. */
  people: words.optional(),
  peopleCount: z.number().optional(),
  /** "surely": people are named or described. "perhaps": surfers or a band are described, who are people too. */
  peopled: z.enum(["surely", "perhaps"]).optional(),

  camera: words.optional(),
  iso: range.optional(),
  /** Millimetres. */
  focalLength: range.optional(),
  flash: z.boolean().optional(),
  format: words.optional(),
  shape: words.optional(),
  /** Width divided by height. */
  aspect: range.optional(),
  megapixels: range.optional(),
  screenshot: z.boolean().optional(),
  rating: range.optional(),
  /** The photo has all of these keywords. */
  keywords: words.optional(),
  /** The description, the title or a keyword matches. */
  shows: pattern.optional(),
});
export type Predicate = z.infer<typeof predicate>;

type Meant = Required<Predicate>;

const tests: { [Key in keyof Meant]: (meant: Meant[Key], photo: FixturePhoto) => boolean } = {
  allOf: (parts, photo) => parts.every((part) => holds(part, photo)),
  anyOf: (parts, photo) => parts.some((part) => holds(part, photo)),
  noneOf: (parts, photo) => !parts.some((part) => holds(part, photo)),
  name: (names, { name }) => names.includes(name),
  known: (facts, photo) => facts.every((fact) => isKnown(photo[fact])),
  unknown: (facts, photo) => !facts.some((fact) => isKnown(photo[fact])),

  from: (first, photo) => isBetween([first, null], dateOf(photo)),
  to: (last, photo) => isBetween([null, last], dateOf(photo)),
  yearly: (days, photo) => isBetween(days, dateOf(photo)?.slice(5) ?? null),
  year: (years, photo) => includes(years, fieldsOf(photo).year),
  month: (months, photo) => includes(months, fieldsOf(photo).month),
  weekday: (days, photo) => includes(days, fieldsOf(photo).weekday),
  season: (seasons, photo) => includes(seasons, fieldsOf(photo).season),
  hours([from, to], photo) {
    const { hour } = fieldsOf(photo);
    if (hour === null) return false;
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
  },

  city: (cities, { place }) => includes(cities, place?.city),
  region: (regions, { place }) => includes(regions, place?.region),
  country: (countries, { place }) => includes(countries, place?.country),
  near: ({ km, latitude, longitude }, { place }) =>
    place !== null && distanceKm([place.latitude, place.longitude], [latitude, longitude]) <= km,

  people: (names, { people }) => names.every((name) => people.includes(name)),
  peopleCount: (count, { people }) => people.length === count,
  peopled: (how, { people, description }) =>
    how === "surely" ? people.length > 0 || persons.test(description) : perhapsPersons.test(description),

  camera: (names, photo) => includes(names, cameraNameOf(photo)),
  iso: (span, { iso }) => isBetween(span, iso),
  focalLength: (span, { focalLength }) => isBetween(span, focalLength),
  flash: (fired, { flash }) => flash === fired,
  format: (formats, { format }) => formats.includes(format),
  shape: (shapes, photo) => shapes.includes(fieldsOf(photo).orientation),
  aspect: (span, { width, height }) => isBetween(span, width / height),
  megapixels: (span, { width, height }) => isBetween(span, (width * height) / 1e6),
  screenshot: (is, { screenshot }) => screenshot === is,
  rating: (span, { rating }) => isBetween(span, rating),
  keywords: (wanted, { keywords }) => wanted.every((keyword) => keywords.includes(keyword)),
  shows: (said, { description, title, keywords }) =>
    said.test([description, title ?? "", ...keywords].join("\n")),
};

const persons = /\b(people|crowd|man|woman|men|women|child|children|couple)\b/i;
const perhapsPersons = /\b(surfers?|runners|cyclists|band|player)\b/i;

export function holds(predicate: Predicate, photo: FixturePhoto): boolean {
  const isMet = <Key extends keyof Meant>(key: Key) =>
    predicate[key] === undefined || tests[key](predicate[key] as Meant[Key], photo);
  return (Object.keys(predicate) as (keyof Meant)[]).every((key) => isMet(key));
}

function includes<Value>(values: Value[], value: Value | null | undefined): boolean {
  return value !== null && value !== undefined && values.includes(value);
}

function isBetween<Value extends number | string>(
  [from, to]: [Value | null, Value | null],
  value: Value | null,
): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to);
}

const isKnown = (fact: unknown): boolean => fact !== null && !(Array.isArray(fact) && fact.length === 0);
