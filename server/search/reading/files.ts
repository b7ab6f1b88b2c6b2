import { takenTypes } from "../../formats.ts";
import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { boundAfter, boundBefore } from "./bounds.ts";
import { anyOf, type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { as, boundary, numeral, oneOf, rule, said, shape } from "./matcher.ts";
import { isAll, isBoundary, leadOf, mayBeGear, measureAt, type Sentence, written } from "./sentence.ts";

/** The file names that cameras and phones give. People often leave out the extension. */
const cameraFile =
  /^(?:img|dsc|dscn|dscf|pxl|mvimg|_mg|p|pict|gopr|dji|wp|image|screenshot)[_-]?\d{3,}[\w-]*$/;
/** The beginnings of such names that people write apart from their number: "IMG 2047". */
const apart = /^(?:img|dsc|dscn|dscf|pxl|mvimg|_mg|pict|gopr|dji)$/;
export const cameraFileTypes = [...new Set([...Object.values(takenTypes), "jpeg", "tiff", "pef", "srw"])];
const fileName = new RegExp(`^[\\w'@()+-][\\w.'@()+-]*\\.(${cameraFileTypes.join("|")})$`);

/** Returns the files that a name without an extension may mean; one that has an extension means itself. */
export function fileNamesOf(name: string): string[] {
  return /\.\w{2,4}$/.test(name) ? [name] : cameraFileTypes.map((extension) => `${name}.${extension}`);
}

/** Reads file types, names and sizes, shapes of photos, screenshots and live photos. */
export function readFiles(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) => {
    if (!mayBeGear(sentence, at) && !apart.test(sentence.tokens[at]?.word ?? "")) return [];
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

/** "IMG_2047.jpg", "IMG 2047", "the file called download" */
const fileNamed = oneOf(
  as(shape(fileName), (_, place) => [said(place)]),
  as(shape(cameraFile), (_, place) => fileNamesOf(said(place))),
  rule(
    "number of a file",
    [{ begin: shape(apart) }, { count: numeral(/^\d{3,5}$/) }],
    ({ begin, count }, place) =>
      ["_", "", "-", " "].flatMap((joint) =>
        fileNamesOf(`${said(place).slice(0, begin[0].length)}${joint}${count[0]}`),
      ),
  ),
);
/** A word that only its lead makes the name of a file; people and places are called so too. */
const anyName = rule(
  "named file",
  ["gear.fileNamed", { name: shape(/^[\w][\w.-]*$/) }, boundary],
  (_, { sentence, to }) => fileNamesOf(written(sentence, to - 1, to)),
);

function nameAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const called = anyName.match(sentence, at);
  const found = called ?? fileNamed.match(sentence, at);
  if (!found) return null;
  const from = called ? at : (leadOf(sentence, at, language.gear.named) ?? at);
  const label = called ? (tokens[found.to - 1]?.text ?? "") : written(sentence, at, found.to);
  return claimOf("file name", "type", { from, to: found.to }, anyOf("fileName", found.value), label);
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
  if ((!lead && !isJoined) || !/^[a-z]\w{1,4}$/.test(word) || (!lead && !cameraFileTypes.includes(word)))
    return null;
  const to = matchAt(language.gear.fileNouns, tokens, place + 1)?.to ?? place + 1;
  const condition: ClaimCondition = { field: "extension", operator: "=", value: word };
  return claimOf("extension", "type", { from: at, to }, condition, `.${word}`);
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
  const from = lead && !matchBefore(language.not.not, tokens, at) ? lead.from : at;
  const label = text.toUpperCase().replace(/S$/, "");
  return claimOf("file type", "type", { from, to: noun?.to ?? type.to }, anyOf(field, values), label);
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
  const condition: ClaimCondition = { field: "orientation", operator: "=", value: shape.meaning };
  const label = language.label.orientation[shape.meaning];
  return claimOf("orientation", "type", { from, to: shape.to }, condition, label);
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
  const label = `${bound ? `${language.label[bound.name]} ` : ""}${size.value} MP`;
  return claimOf("megapixels", "type", { from, to }, condition, label);
}

/** Words that mark a kind of photo by themselves. */
const marked = ["screenshot", "motion"] as const;

function markedAt({ language, tokens }: Sentence, at: number): Claim | null {
  for (const field of marked) {
    const found = matchAt(language.gear[field], tokens, at);
    if (!found) continue;
    // "my live photos of dogs" are photos of dogs.
    const endsInNoun = found.to > at + 1 && language.photoNouns.has(tokens[found.to - 1]?.word ?? "");
    const to = endsInNoun ? found.to - 1 : found.to;
    const condition: ClaimCondition = { field, operator: "=", value: true };
    return claimOf(field, "type", { from: at, to }, condition, language.label[field]);
  }
  return null;
}
