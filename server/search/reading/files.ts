import { takenTypes } from "../../formats.ts";
import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { boundAfter, boundBefore } from "./bounds.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { isAll, isBoundary, leadOf, mayBeGear, measureAt, type Sentence } from "./sentence.ts";

/** The file names that cameras and phones give. People often leave out the extension. */
const cameraFile =
  /^(?:img|dsc|dscn|dscf|pxl|mvimg|_mg|p|pict|gopr|dji|wp|image|screenshot)[_-]?\d{3,}[\w-]*$/;
const extensions = [...Object.values(takenTypes), "jpeg", "tiff"];
const fileName = new RegExp(`^[\\w'@()+-][\\w.'@()+-]*\\.(${[...extensions, "pef", "srw"].join("|")})$`);

/** Reads file types, names and sizes, shapes of photos, screenshots and live photos. */
export function readFiles(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) => {
    if (!mayBeGear(sentence, at)) return [];
    const claim =
      nameAt(sentence, at) ??
      extensionAt(sentence, at) ??
      typeAt(sentence, at) ??
      orientationAt(sentence, at) ??
      megapixelsAt(sentence, at) ??
      markedAt(sentence, at);
    return claim ? [claim] : [];
  });
}

function nameAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const { word = "", text = "" } = tokens[at] ?? {};
  const isWhole = fileName.test(word);
  if (!isWhole && !cameraFile.test(word)) return null;
  const from = leadOf(sentence, at, language.gear.named) ?? at;
  const condition: ClaimCondition = isWhole
    ? { field: "fileName", operator: "=", value: text }
    : { field: "fileName", operator: "in", value: extensions.map((extension) => `${text}.${extension}`) };
  return claimOf("file name", "type", { from, to: at + 1 }, condition, text);
}

/** Reads "with extension nef", ".nef files". */
function extensionAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const lead = matchAt(language.gear.extension, tokens, at);
  const dotted = lead ? tokens[lead.to]?.text === "." : tokens[at]?.text === ".";
  const place = (lead?.to ?? at) + (dotted ? 1 : 0);
  const { word = "", from: begins } = tokens[place] ?? {};
  const isJoined =
    dotted && tokens[place - 1]?.to === begins && tokens[place - 2]?.to !== tokens[place - 1]?.from;
  if ((!lead && !isJoined) || !/^[a-z]\w{1,4}$/.test(word) || (!lead && !extensions.includes(word)))
    return null;
  const to = matchAt(language.gear.fileNouns, tokens, place + 1)?.to ?? place + 1;
  return claimOf(
    "extension",
    "type",
    { from: at, to },
    { field: "extension", operator: "=", value: word },
    `.${word}`,
  );
}

/** Reads "jpegs", "PNG files", "RAW" (raw fish is food). */
function typeAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const type = matchAt(language.gear.types, tokens, at);
  if (!type) return null;
  const noun = matchAt(language.gear.fileNouns, tokens, type.to);
  const { word = "", text = "" } = tokens[at] ?? {};
  if (word.startsWith("raw") && text !== "RAW" && word !== "raws" && !noun) return null;
  // "a png sign" is a sign.
  if (!noun && !isBoundary(sentence, type.to) && matchBefore(language.indefinite, tokens, at)) return null;
  const lead = noun
    ? null
    : (matchBefore(language.where.people, tokens, at) ?? matchBefore(language.where.leads, tokens, at));
  const { meaning } = type;
  const values = "types" in meaning ? meaning.types : meaning.extensions;
  const field = "types" in meaning ? "type" : "extension";
  const condition: ClaimCondition =
    values.length > 1
      ? { field, operator: "in", value: values }
      : { field, operator: "=", value: values[0] ?? "" };
  return claimOf(
    "file type",
    "type",
    { from: lead && !matchBefore(language.not.not, tokens, at) ? lead.from : at, to: noun?.to ?? type.to },
    condition,
    text.toUpperCase().replace(/S$/, ""),
  );
}

function orientationAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const alone = isChange(sentence) ? matchAt(language.gear.shapes, tokens, at) : null;
  const bare = alone && isAll(sentence, at, alone.to) ? alone : null;
  const shape = matchAt(language.gear.orientations, tokens, at) ?? bare;
  const ends = shape && (isBoundary(sentence, shape.to) || matchAt(language.intent.ones, tokens, shape.to));
  if (!shape || (!ends && shape.meaning !== "panorama")) return null;
  const from =
    leadOf(sentence, at, language.where.leads) ?? leadOf(sentence, at, language.where.people) ?? at;
  const { label } = language;
  return claimOf(
    "orientation",
    "type",
    { from, to: shape.to },
    { field: "orientation", operator: "=", value: shape.meaning },
    label.orientation[shape.meaning],
  );
}

/** Tells whether other words stand around these tokens that change the shown search, as in "only landscape". */
function isChange({ text, tokens, context }: Sentence): boolean {
  const around = text.slice(0, tokens[0]?.from ?? 0) + text.slice(tokens.at(-1)?.to ?? 0);
  return context.hasShown && /\p{L}/u.test(around);
}

function megapixelsAt(sentence: Sentence, at: number): Claim | null {
  const { language } = sentence;
  const size = measureAt(sentence, at, language.gear.megapixels);
  if (!size || size.value <= 0) return null;
  const before = boundBefore(sentence, at);
  const bound = before ?? boundAfter(sentence, size.to);
  const begin = before?.from ?? at;
  const from = leadOf(sentence, begin, language.where.people) ?? begin;
  const to = before ? size.to : (bound?.to ?? size.to);
  const condition: ClaimCondition = bound
    ? { field: "megapixels", operator: bound.operator, value: size.value }
    : { field: "megapixels", operator: "within", value: [size.value - 0.5, size.value + 0.5] };
  return claimOf(
    "megapixels",
    "type",
    { from, to },
    condition,
    `${bound ? `${language.label[bound.name]} ` : ""}${size.value} MP`,
  );
}

/** Kinds of photos that one word tells. */
const marked = ["screenshot", "motion"] as const;

function markedAt({ language, tokens }: Sentence, at: number): Claim | null {
  for (const field of marked) {
    const found = matchAt(language.gear[field], tokens, at);
    if (!found) continue;
    // "my live photos of dogs" are photos of dogs.
    const endsInNoun = found.to > at + 1 && language.photoNouns.has(tokens[found.to - 1]?.word ?? "");
    const to = endsInNoun ? found.to - 1 : found.to;
    return claimOf(
      field,
      "type",
      { from: at, to },
      { field, operator: "=", value: true },
      language.label[field],
    );
  }
  return null;
}
