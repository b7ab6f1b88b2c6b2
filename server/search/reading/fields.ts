import { fold } from "#server/engines/index/fold.ts";
import { type FieldName, usualFields } from "../../languages/field-names.ts";
import { languages } from "../../languages/languages.ts";
import { tokensOf } from "../../languages/tokens.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { cameraFileTypes, fileNamesOf } from "./files.ts";
import type { Sentence } from "./sentence.ts";
import { dateStretch, earliest, latest } from "./stretch.ts";
import type { FieldProblem, VocabularyKind } from "./types.ts";

/** `camera:canon`, `city:"New York"`, `iso:>800`, `-tag:work`; but not the time in "at 12:30", nor an address. */
const form = /(?<![^\s(,])([-!])?(\p{L}+):(?!\/)(?:["“„]([^"“”„]*)["“”]|([^\s"“„,;][^\s"“„,;]*))/gu;

const kindsOf: Partial<Record<FieldName, VocabularyKind[]>> = {
  camera: ["camera", "make"],
  make: ["make"],
  lens: ["lens"],
  city: ["city"],
  region: ["region"],
  country: ["country"],
  place: ["city", "region", "country", "place"],
  person: ["person"],
  keyword: ["keyword"],
};
const numbers = { iso: 0, rating: 0, aperture: 0.05, focalLength: 0.5, megapixels: 0.5 } as const;
const signs = [">=", "<=", ">", "<"] as const;
const numeric =
  /^(>=|<=|>|<|=)?f?\/?(\d{1,7}(?:\.\d{1,3})?)(?:mm|mp)?(?:(?:\.\.|-|–)(\d{1,7}(?:\.\d{1,3})?))?$/i;
const dated = /^(>=|<=|>|<|=)?(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?(?:\.\.(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?)?$/;

interface Said {
  field: FieldName;
  value: string;
}

/** Returns the fields that a question names as other programs do, and what is wrong with them. */
export function fieldsIn(sentence: Sentence): { claims: Claim[]; problems: FieldProblem[] } {
  const [claims, problems]: [Claim[], FieldProblem[]] = [[], []];
  if (!sentence.text.includes(":")) return { claims, problems };
  const unknown: FieldProblem[] = [];
  for (const match of sentence.text.matchAll(form)) {
    const [whole, not, name = "", quoted, bare = ""] = match;
    const span = spanOf(sentence, match.index, match.index + whole.length);
    const field = fieldCalled(sentence, fold(name));
    const value = (quoted ?? bare).replace(/[.!?]+$/, "");
    if (!span || value === "") continue;
    if (!field) {
      unknown.push({ field: name, value: null, meant: [] });
      continue;
    }
    const found = conditionsOf(sentence, { field, value });
    const [first, ...more] = found ?? [{ field: "fileName", operator: "=", value } as const];
    if (!found) problems.push({ field: name, value, meant: nearest(sentence, { field, value }) });
    if (!first) continue;
    const claim = claimOf("field", subjectOf(field), span, first, `${name}: ${value}`);
    const isEither = more.length > 0;
    claims.push({ ...claim, conditions: [first, ...more], either: isEither, ...(not && { negated: true }) });
  }
  // "Alien: Romulus" and "re:invoice" are no fields, unless another one stands beside them or there is nothing else.
  const isAll = sentence.text.replaceAll(form, "").trim() === "";
  return { claims, problems: claims.length > 0 || isAll ? [...problems, ...unknown] : [] };
}

/** A field alone does not tell the language; the asker's goes first. */
function fieldCalled({ language }: Sentence, name: string): FieldName | undefined {
  const own = [language, ...languages].map(({ gear }) => gear.fields.get(name)?.[0]?.meaning);
  return own[0] ?? usualFields.get(name) ?? own.find((field) => field !== undefined);
}

function spanOf({ tokens }: Sentence, begin: number, end: number): { from: number; to: number } | null {
  const from = tokens.findIndex((token) => token.to > begin);
  const last = tokens.findLastIndex((token) => token.from < end);
  return from < 0 || last < from ? null : { from, to: last + 1 };
}

/** Returns the conditions of a field, one of which must hold; null if it cannot have this value. */
function conditionsOf(sentence: Sentence, said: Said): ClaimCondition[] | null {
  const { field, value } = said;
  if (field in kindsOf) return named(sentence, said);
  if (field === "date" || field === "year" || field === "before" || field === "after") return time(said);
  if (field === "type") return fileType(sentence, value);
  if (field === "fileName") return [{ field: "fileName", operator: "in", value: fileNamesOf(value) }];
  if (field === "orientation" || field === "is") return marked(sentence, said);
  return number(field, value);
}

/** Finds what the library calls so; of cameras, places, people and keywords. */
function named({ context }: Sentence, { field, value }: Said): ClaimCondition[] | null {
  const kinds = kindsOf[field] ?? [];
  const found = context.vocabulary.find(fold(value)).filter(({ kind }) => kinds.includes(kind));
  const columns = Map.groupBy(found, ({ kind }) => kind);
  const conditions = [...columns].map(([kind, entries]): ClaimCondition => {
    const column = ({ camera: "model", person: "people", keyword: "keywords", place: "places" } as const)[
      kind as "camera"
    ];
    return {
      field: column ?? (kind as "city"),
      operator: "in",
      value: [...new Set(entries.map((each) => each.value))],
    };
  });
  return conditions.length > 0 ? conditions : null;
}

function number(field: FieldName, value: string): ClaimCondition[] | null {
  const [, sign, first, last] = numeric.exec(value) ?? [];
  if (first === undefined || !(field in numbers)) return null;
  const column = field as keyof typeof numbers;
  const [from, slack] = [Number(first), numbers[column]];
  const operator = signs.find((each) => each === sign);
  if (operator) return [{ field: column, operator, value: from }];
  if (last === undefined && slack === 0) return [{ field: column, operator: "=", value: from }];
  const to = Number(last ?? first);
  return to < from
    ? null
    : [{ field: column, operator: "within", value: [from - slack, to + (slack || 1e-6)] }];
}

function time({ field, value }: Said): ClaimCondition[] | null {
  const [, sign, year, month, day, ...end] = dated.exec(value) ?? [];
  const first = year === undefined ? null : dateStretch(Number(year), Number(month ?? 0), Number(day ?? 0));
  const last =
    end[0] === undefined ? first : dateStretch(Number(end[0]), Number(end[1] ?? 0), Number(end[2] ?? 0));
  if (!first || !last || Number(month ?? 1) > 12 || Number(end[1] ?? 1) > 12 || last.end <= first.start)
    return null;
  const how = field === "before" ? "<" : field === "after" ? ">=" : sign;
  const open: Record<string, [number, number]> = {
    "<": [earliest, first.start],
    "<=": [earliest, first.end],
    ">": [first.end, latest],
    ">=": [first.start, latest],
  };
  return [{ field: "taken", operator: "within", value: open[how ?? ""] ?? [first.start, last.end] }];
}

function fileType({ language }: Sentence, value: string): ClaimCondition[] | null {
  const word = fold(value).replace(/^\./, "");
  const kind = language.gear.videos.has(word) ? "video" : language.photoNouns.has(word) ? "photo" : null;
  if (kind) return [{ field: "kind", operator: "=", value: kind }];
  const known = language.gear.types.get(word)?.find(({ words }) => words.length === 1)?.meaning;
  if (known && "types" in known) return [{ field: "type", operator: "in", value: known.types }];
  if (known) return [{ field: "extension", operator: "in", value: known.extensions }];
  return cameraFileTypes.includes(word) ? [{ field: "extension", operator: "=", value: word }] : null;
}

/** Reads `is:favourite` and `orientation:portrait` by the words of the language. */
function marked({ language }: Sentence, { value }: Said): ClaimCondition[] | null {
  const { gear, where } = language;
  const word = tokensOf(value, [])[0]?.word ?? "";
  const shape = [...(gear.shapes.get(word) ?? []), ...(gear.orientations.get(word) ?? [])][0]?.meaning;
  if (shape) return [{ field: "orientation", operator: "=", value: shape }];
  if (gear.favourite.has(word) || gear.favourites.has(word))
    return [{ field: "favourite", operator: "=", value: true }];
  if (gear.screenshot.has(word)) return [{ field: "screenshot", operator: "=", value: true }];
  if (gear.videos.has(word)) return [{ field: "kind", operator: "=", value: "video" }];
  return where.located.has(word) || where.geotagged.has(word)
    ? [{ field: "latitude", operator: "known", value: true }]
    : null;
}

const mostMeant = 3;

function nearest({ context }: Sentence, { field, value }: Said): string[] {
  const kinds = kindsOf[field] ?? [];
  const near = context.vocabulary.near(fold(value)).filter(({ kind }) => kinds.includes(kind));
  return [...new Set(near.map((entry) => entry.value))].slice(0, mostMeant);
}

function subjectOf(field: FieldName): Claim["subject"] {
  switch (field) {
    case "city":
    case "region":
    case "country":
    case "place":
      return "where";
    case "person":
      return "people";
    case "keyword":
      return "keyword";
    case "date":
    case "year":
    case "before":
    case "after":
      return "when";
    case "rating":
      return "rating";
    case "type":
    case "fileName":
    case "orientation":
    case "is":
    case "megapixels":
      return "type";
    default:
      return "camera";
  }
}
