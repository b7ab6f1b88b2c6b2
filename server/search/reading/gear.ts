import { matchAt, matchBefore } from "../../languages/phrases.ts";
import type { Token } from "../../languages/tokens.ts";
import { anyOf, type Claim, claimOf } from "./claims.ts";
import { isAll, isBoundary, isCommon, leadOf, type Name, type Sentence, written } from "./sentence.ts";
import { isQuickSlip } from "./typos.ts";

/** Camera makers as their files spell them, for makers that are not in the library. */
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
/** Names that only camera makers have. */
const onlyGear = new Set(
  "iphone ipad nikon gopro fujifilm hasselblad leica dji samsung sony panasonic pentax huawei xiaomi oneplus".split(
    " ",
  ),
);
/** Tells whether a number after this word belongs to a model. */
export function isBrand(word: string): boolean {
  return Object.hasOwn(brands, word);
}

/** Reads cameras and lenses. */
export function readGear(sentence: Sentence): Claim[] {
  const claims: Claim[] = [];
  for (const name of sentence.names.values()) {
    const claim = namedGear(sentence, name);
    if (claim) claims.push(claim);
  }
  sentence.tokens.forEach((token, at) => {
    const brand = brandAt(sentence, token, at);
    if (brand) claims.push(brand);
  });
  return claims;
}

/** Claims a camera, lens or make of the library. If several cameras share a name ("iPhone"), it claims all of them. */
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
  const label = written(sentence, name.from, name.to);
  return claimOf("camera", "camera", span, anyOf(fields[kind], values), label);
}

/** Returns where the words about a camera begin and end. Null if the name means something else ("canon in a fort"). */
function gearSpan(
  sentence: Sentence,
  from: number,
  to: number,
  isSure: boolean,
): { from: number; to: number } | null {
  const { tokens, language } = sentence;
  const noun = matchAt(language.gear.camera, tokens, to);
  // "my old Canon"
  const described = matchBefore(language.gear.aged, tokens, from)?.from ?? from;
  const begin = matchBefore(language.definite, tokens, described) ? described : from;
  const lead = leadOf(sentence, begin, language.gear.takenWith);
  const article = matchBefore(language.definite, tokens, begin)?.from;
  const indefinite = matchBefore(language.indefinite, tokens, from)?.from;
  const strong = matchBefore(language.gear.strongly, tokens, indefinite ?? article ?? from)?.from;
  if (strong !== undefined) return { from: strong, to: noun?.to ?? to };
  const isNamed = onlyGear.has(tokens[from]?.word ?? "") && indefinite === undefined;
  const isBefore = language.photoNouns.has(tokens[to]?.word ?? "") && isBoundary(sentence, from - 1);
  const isTaken = lead !== null || (article !== undefined && isBoundary(sentence, to));
  const isListed = (isGear(sentence, from, to) || isBesideModel(sentence, from)) && isBoundary(sentence, to);
  // "pixel only", of the shown photos
  if (sentence.context.hasShown && isAll(sentence, from, to)) return { from, to };
  if (!isSure && !noun && !isBefore && !(isTaken && isBoundary(sentence, to)) && !isNamed && !isListed)
    return null;
  return { from: lead ?? article ?? from, to: noun?.to ?? to };
}

/** Tells whether another camera stands beside it: "iPhone or Pixel". */
function isGear({ tokens, language }: Sentence, from: number, to: number): boolean {
  const before = matchBefore(language.or, tokens, from) ?? matchBefore(language.and, tokens, from);
  const after = matchAt(language.or, tokens, to) ?? matchAt(language.and, tokens, to);
  const beside = [before && tokens[before.from - 1], after && tokens[after.to]];
  return beside.some((token) => token && onlyGear.has(token.word));
}

/** Tells whether a model is named too, and nothing goes on before this name: "Canon but not the 5D". */
function isBesideModel(sentence: Sentence, from: number): boolean {
  const isModel = (name: Name) =>
    name.from !== from &&
    name.entries.some(({ kind }) => kind === "camera") &&
    /\d/.test(written(sentence, name.from, name.to));
  return isBoundary(sentence, from - 1) && [...sentence.names.values()].some(isModel);
}

function brandAt(sentence: Sentence, { word }: Token, at: number): Claim | null {
  if (sentence.names.has(at)) return null;
  const make = Object.hasOwn(brands, word) ? brands[word] : misspelledMake(sentence, at);
  if (!make) return null;
  // In "Pixel 7" the number belongs to the model.
  const isModel = /^\d{1,2}$/.test(sentence.tokens[at + 1]?.word ?? "");
  const span = gearSpan(sentence, at, isModel ? at + 2 : at + 1, false);
  const label = sentence.tokens[at]?.text ?? make;
  return span && claimOf("camera", "camera", span, { field: "make", operator: "=", value: make }, label);
}

/** Finds a misspelt maker ("my Nikn") where a camera is expected: one letter is missing, or two are swapped. */
function misspelledMake(sentence: Sentence, at: number): string | null {
  const { tokens, language, context } = sentence;
  const word = tokens[at]?.word ?? "";
  const isKnown = isCommon(language, word) || language.functionWords.has(word);
  if (!/^[a-z]{4,12}$/.test(word) || isKnown) return null;
  if (!matchBefore(language.definite, tokens, at) && !matchAt(language.gear.camera, tokens, at + 1))
    return null;
  const meant = Object.keys(brands).find((brand) => brand.length > 4 && isQuickSlip(word, brand));
  if (meant === undefined) return null;
  const known = context.vocabulary.find(meant).find(({ kind }) => kind === "make");
  return known?.value ?? brands[meant] ?? null;
}
