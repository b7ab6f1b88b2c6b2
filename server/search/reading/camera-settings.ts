import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { boundAfter, boundAt, boundBefore, otherNumbers, rangeBefore, rangeFrom } from "./bounds.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { isBoundary, leadOf, mayBeGear, measureAt, numberAt, type Sentence } from "./sentence.ts";

/** Reads settings of a camera: ISO, focal length and flash. */
export function readCameraSettings(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) => {
    if (!mayBeGear(sentence, at)) return [];
    const claim =
      isoAt(sentence, at) ?? focalLengthAt(sentence, at) ?? angleAt(sentence, at) ?? flashAt(sentence, at);
    return claim ? [claim] : [];
  });
}

const extremes = [
  ["highIso", ">=", 1_600, "≥"],
  ["lowIso", "<=", 200, "≤"],
] as const;

/** "ISO 400", "ISO between 100 and 400", "ISO 100 or 200", "over ISO 800", "high ISO" */
function isoAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const { gear, label, where } = language;
  const from = leadOf(sentence, at, where.leads) ?? leadOf(sentence, at, where.people) ?? at;
  const claim = (to: number, said: string, condition: Omit<ClaimCondition, "field">, begin = from) =>
    claimOf("ISO", "camera", { from: begin, to }, { field: "iso", ...condition }, `ISO ${said}`);
  for (const [table, operator, value, sign] of extremes) {
    const extreme = matchAt(gear[table], tokens, at);
    if (extreme) return claim(extreme.to, `${sign} ${value}`, { operator, value });
  }
  const iso = matchAt(gear.iso, tokens, at);
  if (!iso) return null;
  const range = rangeFrom(sentence, iso.to);
  if (range) return claim(range.to, range.label, { operator: "within", value: range.value });
  const ahead = boundBefore(sentence, at);
  const bound = boundAt(sentence, iso.to) ?? (ahead && { ...ahead, to: iso.to });
  const number = numberAt(sentence, bound?.to ?? iso.to);
  if (!number || number.value < 1) return null;
  const others = bound ? [] : otherNumbers(sentence, number.to);
  const values = [number.value, ...others.map(({ value }) => value)];
  const last = others.at(-1);
  if (last) return claim(last.to, values.join(` ${label.or} `), { operator: "in", value: values });
  const bounded = bound ?? boundAfter(sentence, number.to);
  const to = Math.max(number.to, bound ? 0 : (bounded?.to ?? 0));
  const said = `${bounded ? `${label[bounded.name]} ` : ""}${number.value}`;
  return claim(to, said, { operator: bounded?.operator ?? "=", value: number.value }, ahead?.from);
}

/** Returns where "taken with a" before token `at` begins. */
function takenWithA({ tokens, language }: Sentence, at: number): number | null {
  const article = matchBefore(language.indefinite, tokens, at);
  return article && (matchBefore(language.gear.strongly, tokens, article.from)?.from ?? null);
}

/** Reads "at 50mm" and "over 200 mm". Half a millimetre more or less counts as equal. */
function focalLengthAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const length = measureAt(sentence, at, language.gear.millimetres) ?? bareLengthAt(sentence, at);
  if (!length || length.value < 1 || length.value > 3_000) return null;
  const claim = (
    span: { from: number; to: number },
    said: string,
    condition: Omit<ClaimCondition, "field">,
  ) => claimOf("focal length", "camera", span, { field: "focalLength", ...condition }, `${said} mm`);
  const range = rangeBefore(sentence, at, length.value);
  if (range) {
    const from = matchBefore(language.gear.focal, tokens, range.from)?.from ?? range.from;
    return claim({ from, to: length.to }, range.label, { operator: "within", value: range.value });
  }
  const ahead = boundBefore(sentence, at);
  const behind = ahead ? null : boundAfter(sentence, length.to);
  const bound = ahead ?? behind;
  const bounded = ahead?.from ?? at;
  const begin = matchBefore(language.gear.focal, tokens, bounded)?.from ?? bounded;
  const from =
    leadOf(sentence, begin, language.where.leads) ??
    leadOf(sentence, begin, language.where.people) ??
    leadOf(sentence, begin, language.gear.takenWith) ??
    takenWithA(sentence, begin) ??
    begin;
  const to = matchAt(language.gear.camera, tokens, length.to)?.to ?? behind?.to ?? length.to;
  // "a 50mm lens on a table" means a photo that shows a lens.
  if (from === at && to > length.to && matchBefore(language.indefinite, tokens, at)) return null;
  if (bound) {
    const said = `${language.label[bound.name]} ${length.value}`;
    return claim({ from, to }, said, { operator: bound.operator, value: length.value });
  }
  const value = [length.value - 0.5, length.value + 0.5];
  return claim({ from, to }, String(length.value), { operator: "within", value });
}

/** Reads a focal length without its unit: "focal length over 100". */
function bareLengthAt(sentence: Sentence, at: number): { value: number; to: number } | null {
  const { tokens, language } = sentence;
  const bound = boundBefore(sentence, at)?.from ?? at;
  const range = rangeBefore(sentence, at, numberAt(sentence, at)?.value ?? 0)?.from ?? bound;
  return matchBefore(language.gear.focal, tokens, range) ? numberAt(sentence, at) : null;
}

function angleAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const wide = matchAt(language.gear.wide, tokens, at);
  const angle = wide ?? matchAt(language.gear.tele, tokens, at);
  if (!angle) return null;
  const article = matchBefore(language.indefinite, tokens, at)?.from ?? at;
  const from = leadOf(sentence, article, language.gear.takenWith) ?? at;
  const [operator, value, label] = wide
    ? (["<=", 28, language.label.wide] as const)
    : ([">=", 85, language.label.tele] as const);
  return claimOf("angle", "camera", { from, to: angle.to }, { field: "focalLength", operator, value }, label);
}

/** Recognises "flash on", not "flash on a hill". */
function endsFlash(sentence: Sentence, at: number): boolean {
  const { tokens, language } = sentence;
  const { word, isMark } = tokens[at] ?? { word: "", isMark: true };
  const article = matchAt(language.definite, tokens, at) ?? matchAt(language.indefinite, tokens, at);
  return isMark || (language.functionWords.has(word) && !article);
}

function flashAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const condition: ClaimCondition = { field: "flash", operator: "=", value: true };
  const fired = matchAt(language.gear.flashFired, tokens, at);
  if (fired && endsFlash(sentence, fired.to)) {
    const article = matchBefore(language.definite, tokens, at)?.from ?? at;
    const from = leadOf(sentence, article, language.gear.takenWith) ?? article;
    const span = { from, to: fired.to };
    const claim = claimOf("flash on or off", "camera", span, condition, language.label.flash);
    return fired.meaning ? claim : { ...claim, negated: true };
  }
  const flash = matchAt(language.gear.flash, tokens, at);
  if (!flash || !isBoundary(sentence, flash.to)) return null;
  const article = matchBefore(language.indefinite, tokens, at)?.from ?? at;
  const isNot = matchBefore(language.not.not, tokens, article) !== null;
  const lead = leadOf(sentence, at, language.gear.takenWith);
  const isBefore = language.photoNouns.has(tokens[flash.to]?.word ?? "");
  if (!isNot && lead === null && !isBefore) return null;
  const from = isNot ? article : (lead ?? at);
  return claimOf("flash", "camera", { from, to: flash.to }, condition, language.label.flash);
}
