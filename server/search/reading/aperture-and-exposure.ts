import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { boundAfter, boundBefore } from "./bounds.ts";
import type { Claim, ClaimCondition } from "./claims.ts";
import { leadOf, numberAt, type Sentence } from "./sentence.ts";

/** Seconds from which an exposure is long. */
const longSeconds = 1;
/** How far values that are written alike may be apart: cameras round 1/250 s and f/1.8. */
const near = 0.05;

interface Value {
  value: number;
  to: number;
  label: string;
}

/** Reads "f/1.8", "at f2.8", "aperture 2.8", "under f/4". */
export function apertureAt(sentence: Sentence, at: number): Claim | null {
  const named = matchAt(sentence.language.gear.aperture, sentence.tokens, at);
  const found = stopAt(sentence, named?.to ?? at, named !== null);
  if (!found || found.value < 0.5 || found.value > 128) return null;
  return settingOf(sentence, at, found, "aperture");
}

function stopAt(sentence: Sentence, at: number, isNamed: boolean): Value | null {
  const word = sentence.tokens[at]?.word ?? "";
  const stop = /^f[/:]?(\d{1,3}(?:\.\d{1,2})?)$/.exec(word)?.[1];
  if (stop !== undefined) {
    // "F1" is a race, and F16 an aeroplane.
    const isClear = isNamed || /[/:.]/.test(word);
    return isClear ? { value: Number(stop), to: at + 1, label: `f/${stop}` } : null;
  }
  const number = isNamed ? numberAt(sentence, at) : null;
  return number && { ...number, label: `f/${number.value}` };
}

/** Reads "1/250 s", "shutter speed 1/250", "exposure of 30 seconds" and "long exposures". */
export function exposureAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const long = matchAt(language.gear.longExposure, tokens, at);
  if (long) {
    const condition: ClaimCondition = { field: "exposure", operator: ">=", value: longSeconds };
    const label = `≥ ${longSeconds} s`;
    return {
      from: at,
      to: long.to,
      subject: "camera",
      conditions: [condition],
      label,
      rule: "long exposure",
    };
  }
  const named = matchAt(language.gear.exposure, tokens, at);
  const found = secondsAt(sentence, named?.to ?? at, named !== null);
  return found && settingOf(sentence, at, found, "exposure");
}

function secondsAt(sentence: Sentence, at: number, isNamed: boolean): Value | null {
  const { tokens, language } = sentence;
  const fraction = /^1\/(\d{1,5})(s|sec)?$/.exec(tokens[at]?.word ?? "");
  const number = fraction
    ? { value: 1 / Number(fraction[1]), to: at + 1 }
    : isNamed
      ? numberAt(sentence, at)
      : null;
  if (!number || !Number.isFinite(number.value) || number.value <= 0) return null;
  const unit = matchAt(language.gear.seconds, tokens, number.to);
  if (!isNamed && !unit && !fraction?.[2]) return null;
  const label = fraction ? `1/${fraction[1]} s` : `${number.value} s`;
  return { value: number.value, to: unit?.to ?? number.to, label };
}

function settingOf(sentence: Sentence, at: number, found: Value, field: "aperture" | "exposure"): Claim {
  const { language, tokens } = sentence;
  const { value, label } = found;
  const ahead = boundBefore(sentence, at);
  const bound = ahead ?? boundAfter(sentence, found.to);
  const begin = ahead?.from ?? at;
  const from =
    leadOf(sentence, begin, language.where.leads) ??
    leadOf(sentence, begin, language.where.people) ??
    leadOf(sentence, begin, language.gear.takenWith) ??
    matchBefore(language.gear.takenWith, tokens, begin)?.from ??
    begin;
  const condition: ClaimCondition = bound
    ? { field, operator: bound.operator, value }
    : { field, operator: "within", value: [value * (1 - near), value * (1 + near)] };
  return {
    from,
    to: ahead ? found.to : (bound?.to ?? found.to),
    subject: "camera",
    conditions: [condition],
    label: `${bound ? `${language.label[bound.name]} ` : ""}${label}`,
    rule: field,
  };
}
