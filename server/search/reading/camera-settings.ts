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

function isoAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const { gear, label } = language;
  const high = matchAt(gear.highIso, tokens, at);
  const low = matchAt(gear.lowIso, tokens, at);
  const from =
    leadOf(sentence, at, language.where.leads) ?? leadOf(sentence, at, language.where.people) ?? at;
  if (high)
    return claimOf(
      "ISO",
      "camera",
      { from, to: high.to },
      { field: "iso", operator: ">=", value: 1_600 },
      "ISO ≥ 1600",
    );
  if (low)
    return claimOf(
      "ISO",
      "camera",
      { from, to: low.to },
      { field: "iso", operator: "<=", value: 200 },
      "ISO ≤ 200",
    );
  const iso = matchAt(gear.iso, tokens, at);
  if (!iso) return null;
  const range = rangeFrom(sentence, iso.to);
  if (range) {
    const { value, label: values } = range;
    return claimOf(
      "ISO",
      "camera",
      { from, to: range.to },
      { field: "iso", operator: "within", value },
      `ISO ${values}`,
    );
  }
  const ahead = boundBefore(sentence, at);
  const bound = boundAt(sentence, iso.to) ?? (ahead && { ...ahead, to: iso.to });
  const number = numberAt(sentence, bound?.to ?? iso.to);
  if (!number || number.value < 1) return null;
  const others = bound ? [] : otherNumbers(sentence, number.to);
  const last = others.at(-1);
  if (last) {
    const values = [number.value, ...others.map(({ value }) => value)];
    const name = `ISO ${values.join(` ${label.or} `)}`;
    return claimOf(
      "ISO",
      "camera",
      { from, to: last.to },
      { field: "iso", operator: "in", value: values },
      name,
    );
  }
  const bounded = bound ?? boundAfter(sentence, number.to);
  const to = Math.max(number.to, bound ? 0 : (bounded?.to ?? 0));
  const condition: ClaimCondition = { field: "iso", operator: bounded?.operator ?? "=", value: number.value };
  const begin = ahead ? ahead.from : from;
  return claimOf(
    "ISO",
    "camera",
    { from: begin, to },
    condition,
    `ISO ${bounded ? `${label[bounded.name]} ` : ""}${number.value}`,
  );
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
  const range = rangeBefore(sentence, at, length.value);
  if (range) {
    const { value, label } = range;
    const from = matchBefore(language.gear.focal, tokens, range.from)?.from ?? range.from;
    return claimOf(
      "focal length",
      "camera",
      { from, to: length.to },
      { field: "focalLength", operator: "within", value },
      `${label} mm`,
    );
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
  const condition: ClaimCondition = bound
    ? { field: "focalLength", operator: bound.operator, value: length.value }
    : { field: "focalLength", operator: "within", value: [length.value - 0.5, length.value + 0.5] };
  return claimOf(
    "focal length",
    "camera",
    { from, to },
    condition,
    `${bound ? `${language.label[bound.name]} ` : ""}${length.value} mm`,
  );
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
  const condition: ClaimCondition = {
    field: "focalLength",
    operator: wide ? "<=" : ">=",
    value: wide ? 28 : 85,
  };
  return claimOf(
    "angle",
    "camera",
    { from, to: angle.to },
    condition,
    wide ? language.label.wide : language.label.tele,
  );
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
  const fired = matchAt(language.gear.flashFired, tokens, at);
  if (fired && endsFlash(sentence, fired.to)) {
    const article = matchBefore(language.definite, tokens, at)?.from ?? at;
    const from = leadOf(sentence, article, language.gear.takenWith) ?? article;
    const condition: ClaimCondition = { field: "flash", operator: "=", value: true };
    const claim = claimOf(
      "flash on or off",
      "camera",
      { from, to: fired.to },
      condition,
      language.label.flash,
    );
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
  return claimOf(
    "flash",
    "camera",
    { from, to: flash.to },
    { field: "flash", operator: "=", value: true },
    language.label.flash,
  );
}
