import type { Claim, Condition } from "./claims.ts";
import { matchAt, matchBefore } from "./phrases.ts";
import { isBoundary, mayBeGear, measureAt, type Name, numberAt, type Sentence } from "./sentence.ts";
import type { Token } from "./tokens.ts";
import { leadOf } from "./where.ts";

/** Makers as their cameras write themselves, for those whom the library does not have. */
const brands: Record<string, string> = {
  canon: "Canon",
  nikon: "NIKON CORPORATION",
  sony: "SONY",
  fujifilm: "FUJIFILM",
  fuji: "FUJIFILM",
  leica: "Leica Camera AG",
  olympus: "OLYMPUS CORPORATION",
  panasonic: "Panasonic",
  pentax: "PENTAX",
  gopro: "GoPro",
  dji: "DJI",
  hasselblad: "Hasselblad",
  iphone: "Apple",
  ipad: "Apple",
  apple: "Apple",
  samsung: "samsung",
  huawei: "HUAWEI",
  xiaomi: "Xiaomi",
  pixel: "Google",
  oneplus: "OnePlus",
};
/** What nobody but a maker of cameras is called. */
const onlyGear = new Set(["iphone", "ipad", "nikon", "gopro", "fujifilm", "hasselblad", "leica", "dji"]);
const phoneMakes = [
  "Apple",
  "samsung",
  "Google",
  "Xiaomi",
  "HUAWEI",
  "OnePlus",
  "motorola",
  "HTC",
  "Nokia",
  "OPPO",
  "HONOR",
];

/** Cameras, lenses and how they were set. */
export function readGear(sentence: Sentence): Claim[] {
  const claims: Claim[] = [];
  for (const name of sentence.names.values()) {
    const claim = namedGear(sentence, name);
    if (claim) claims.push(claim);
  }
  sentence.tokens.forEach((token, at) => {
    const brand = brandAt(sentence, token, at);
    if (brand) claims.push(brand);
    if (brand || !mayBeGear(sentence, at)) return;
    const claim =
      phoneAt(sentence, at) ??
      isoAt(sentence, at) ??
      focalLengthAt(sentence, at) ??
      angleAt(sentence, at) ??
      flashAt(sentence, at);
    if (claim) claims.push(claim);
  });
  return claims;
}

function claimOf(from: number, to: number, condition: Condition, label: string, strength = 6): Claim {
  return { from, to, subject: "camera", conditions: [condition], label, strength };
}

/** A camera, lens or make that the library has; of cameras with one name ("iPhone") all. */
function namedGear(sentence: Sentence, name: Name): Claim | null {
  const gear = name.entries.filter(({ kind }) => kind === "camera" || kind === "lens" || kind === "make");
  const [best] = gear.toSorted((a, b) => b.photos - a.photos);
  if (!best) return null;
  const isModel = name.to - name.from > 1 || /\d/.test(sentence.tokens[name.from]?.word ?? "");
  const span = gearSpan(sentence, name.from, name.to, isModel);
  if (!span) return null;
  const fields = { camera: "model", lens: "lens", make: "make" } as const;
  const kind = best.kind === "camera" || best.kind === "lens" ? best.kind : "make";
  const values = [...new Set(gear.filter((entry) => entry.kind === kind).map(({ value }) => value))];
  const label = sentence.text.slice(sentence.tokens[name.from]?.from, sentence.tokens[name.to - 1]?.to);
  const condition: Condition =
    values.length > 1
      ? { field: fields[kind], operator: "in", value: values }
      : { field: fields[kind], operator: "=", value: best.value };
  return claimOf(span.from, span.to, condition, label);
}

/** Where the words about a camera begin and end; null where its name is something else here ("canon in a fort"). */
function gearSpan(
  sentence: Sentence,
  from: number,
  to: number,
  isSure: boolean,
): { from: number; to: number } | null {
  const { tokens, language } = sentence;
  const noun = matchAt(language.gear.camera, tokens, to);
  const lead = leadOf(sentence, from, language.gear.takenWith);
  const article = matchBefore(language.definite, tokens, from)?.from;
  const indefinite = matchBefore(language.indefinite, tokens, from)?.from;
  const strong = matchBefore(language.gear.strongly, tokens, indefinite ?? article ?? from)?.from;
  if (strong !== undefined) return { from: strong, to: noun?.to ?? to };
  const isNamed = onlyGear.has(tokens[from]?.word ?? "") && indefinite === undefined;
  const isBefore = language.photoNouns.has(tokens[to]?.word ?? "") && isBoundary(sentence, from - 1);
  const isTaken = lead !== null || (article !== undefined && isBoundary(sentence, to));
  if (!isSure && !noun && !isBefore && !(isTaken && isBoundary(sentence, to)) && !isNamed) return null;
  return { from: lead ?? article ?? from, to: noun?.to ?? to };
}

function brandAt(sentence: Sentence, { word }: Token, at: number): Claim | null {
  const make = Object.hasOwn(brands, word) ? brands[word] : undefined;
  if (!make || sentence.names.has(at)) return null;
  const span = gearSpan(sentence, at, at + 1, false);
  const label = sentence.tokens[at]?.text ?? make;
  return span && claimOf(span.from, span.to, { field: "make", operator: "=", value: make }, label);
}

function phoneAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const phone = matchAt(language.gear.phone, tokens, at);
  const lead = phone && leadOf(sentence, at, language.gear.takenWith);
  if (!phone || lead === null) return null;
  // "with a phone" shows one; "with my phone" took it.
  const hasOwner = matchBefore(language.definite, tokens, at) !== null;
  if (!hasOwner && tokens[lead + 1]?.word !== undefined && lead + 2 > at) return null;
  return claimOf(lead, phone.to, { field: "make", operator: "in", value: phoneMakes }, language.label.phone);
}

function isoAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const { gear, label } = language;
  const high = matchAt(gear.highIso, tokens, at);
  const low = matchAt(gear.lowIso, tokens, at);
  const from =
    leadOf(sentence, at, language.where.leads) ?? leadOf(sentence, at, language.where.people) ?? at;
  if (high) return claimOf(from, high.to, { field: "iso", operator: ">=", value: 1_600 }, "ISO ≥ 1600");
  if (low) return claimOf(from, low.to, { field: "iso", operator: "<=", value: 200 }, "ISO ≤ 200");
  const iso = matchAt(gear.iso, tokens, at);
  if (!iso) return null;
  const range = rangeFrom(sentence, iso.to);
  if (range) {
    const { value, label: values } = range;
    return claimOf(from, range.to, { field: "iso", operator: "within", value }, `ISO ${values}`);
  }
  const bound = boundAt(sentence, iso.to);
  const number = numberAt(sentence, bound?.to ?? iso.to);
  if (!number || number.value < 1) return null;
  const others = bound ? [] : otherNumbers(sentence, number.to);
  const last = others.at(-1);
  if (last) {
    const values = [number.value, ...others.map(({ value }) => value)];
    const name = `ISO ${values.join(` ${label.or} `)}`;
    return claimOf(from, last.to, { field: "iso", operator: "in", value: values }, name);
  }
  const bounded = bound ?? boundAfter(sentence, number.to);
  const to = Math.max(number.to, bound ? 0 : (bounded?.to ?? 0));
  const condition: Condition = { field: "iso", operator: bounded?.operator ?? "=", value: number.value };
  return claimOf(from, to, condition, `ISO ${bounded ? `${label[bounded.name]} ` : ""}${number.value}`);
}

export interface Bound {
  operator: ">" | "<" | ">=" | "<=";
  name: "over" | "under" | "atLeast" | "atMost";
  to: number;
}

/** "over", "at least", before a number. */
export function boundAt({ tokens, language }: Sentence, at: number): Bound | null {
  const { over, under, atLeast, atMost } = language.gear;
  const bounds = [
    [over, ">", "over"],
    [under, "<", "under"],
    [atLeast, ">=", "atLeast"],
    [atMost, "<=", "atMost"],
  ] as const;
  for (const [table, operator, name] of bounds) {
    const match = matchAt(table, tokens, at);
    if (match) return { operator, name, to: match.to };
  }
  return null;
}

/** The same before token `at`; `from` is where it begins. */
export function boundBefore(sentence: Sentence, at: number): (Bound & { from: number }) | null {
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const bound = boundAt(sentence, from);
    if (bound?.to === at) return { ...bound, from };
  }
  return null;
}

/** "or more", "or less", after a number. */
export function boundAfter({ tokens, language }: Sentence, at: number): Bound | null {
  const more = matchAt(language.gear.orMore, tokens, at);
  if (more) return { operator: ">=", name: "atLeast", to: more.to };
  const less = matchAt(language.gear.orLess, tokens, at);
  return less && { operator: "<=", name: "atMost", to: less.to };
}

/** "or 200, 400", after a number. */
function otherNumbers(sentence: Sentence, at: number): { value: number; to: number }[] {
  const { tokens, language } = sentence;
  const found: { value: number; to: number }[] = [];
  for (let next = matchAt(language.or, tokens, at)?.to; next !== undefined && found.length < 20; ) {
    const number = numberAt(sentence, next);
    if (!number) break;
    found.push(number);
    next = matchAt(language.or, tokens, number.to)?.to;
  }
  return found;
}

/** "between 100 and 400", both included. */
function rangeFrom(sentence: Sentence, at: number) {
  const { tokens, language } = sentence;
  const between = matchAt(language.when.between, tokens, at);
  const lead = between ?? matchAt(language.when.from, tokens, at);
  const first = lead && numberAt(sentence, lead.to);
  const middle = first && matchAt(between ? language.and : language.when.to, tokens, first.to);
  const last = middle && numberAt(sentence, middle.to);
  if (!first || !last || last.value <= first.value) return null;
  return { to: last.to, value: [first.value, last.value + 1], label: `${first.value}–${last.value}` };
}

/** The same, where its last number stands at token `at` with its unit. */
function rangeBefore(sentence: Sentence, at: number, last: number) {
  const { tokens, language } = sentence;
  const middle = matchBefore(language.and, tokens, at) ?? matchBefore(language.when.to, tokens, at);
  const first = middle && numberAt(sentence, middle.from - 1);
  const lead =
    middle &&
    (matchBefore(language.when.between, tokens, middle.from - 1) ??
      matchBefore(language.when.from, tokens, middle.from - 1));
  if (!first || !lead || first.value >= last) return null;
  return { from: lead.from, value: [first.value - 0.5, last + 0.5], label: `${first.value}–${last}` };
}

/** "at 50mm", "over 200 mm"; half a millimetre off is the same lens. */
function focalLengthAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const length = measureAt(sentence, at, language.gear.millimetres);
  if (!length || length.value < 1 || length.value > 3_000) return null;
  const range = rangeBefore(sentence, at, length.value);
  if (range) {
    const { value, label } = range;
    return claimOf(range.from, length.to, { field: "focalLength", operator: "within", value }, `${label} mm`);
  }
  const bound = boundBefore(sentence, at);
  const begin = bound?.from ?? at;
  const from =
    leadOf(sentence, begin, language.where.leads) ??
    leadOf(sentence, begin, language.gear.takenWith) ??
    begin;
  const to = matchAt(language.gear.camera, tokens, length.to)?.to ?? length.to;
  // "a 50mm lens on a table" shows one.
  if (from === at && to > length.to && matchBefore(language.indefinite, tokens, at)) return null;
  const condition: Condition = bound
    ? { field: "focalLength", operator: bound.operator, value: length.value }
    : { field: "focalLength", operator: "within", value: [length.value - 0.5, length.value + 0.5] };
  return claimOf(from, to, condition, `${bound ? `${language.label[bound.name]} ` : ""}${length.value} mm`);
}

function angleAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const wide = matchAt(language.gear.wide, tokens, at);
  const angle = wide ?? matchAt(language.gear.tele, tokens, at);
  if (!angle) return null;
  const article = matchBefore(language.indefinite, tokens, at)?.from ?? at;
  const from = leadOf(sentence, article, language.gear.takenWith) ?? at;
  const condition: Condition = { field: "focalLength", operator: wide ? "<=" : ">=", value: wide ? 28 : 85 };
  return claimOf(from, angle.to, condition, wide ? language.label.wide : language.label.tele);
}

function flashAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const flash = matchAt(language.gear.flash, tokens, at);
  if (!flash || !isBoundary(sentence, flash.to)) return null;
  const article = matchBefore(language.indefinite, tokens, at)?.from ?? at;
  const isNot = matchBefore(language.not.not, tokens, article) !== null;
  const lead = leadOf(sentence, at, language.gear.takenWith);
  const isBefore = language.photoNouns.has(tokens[flash.to]?.word ?? "");
  if (!isNot && lead === null && !isBefore) return null;
  const from = isNot ? article : (lead ?? at);
  return claimOf(from, flash.to, { field: "flash", operator: "=", value: true }, language.label.flash, 7);
}
