import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { circleAround, circlesAtPoints, circlesElsewhere } from "./circles.ts";
import { anyOf, type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { isPersonHere } from "./persons.ts";
import { labelOf, placeKinds, placesOf } from "./places.ts";
import {
  isAll,
  isBoundary,
  isCapital,
  isCommon,
  isTime,
  leadOf,
  type Name,
  type Sentence,
} from "./sentence.ts";
import type { VocabularyEntry } from "./types.ts";

/** Reads places: names that are used as places, circles around them, "abroad", and "with a location". */
export function readWhere(sentence: Sentence): Claim[] {
  const claims: Claim[] = [];
  for (const name of sentence.names.values()) {
    const claim = circleAround(sentence, name) ?? placeClaim(sentence, name);
    if (claim) claims.push(claim);
  }
  sentence.tokens.forEach((token, at) => {
    const claim = token.word === "" ? null : (abroadAt(sentence, at) ?? locatedAt(sentence, at));
    if (claim) claims.push(claim);
  });
  return [...claims, ...circlesElsewhere(sentence), ...circlesAtPoints(sentence)];
}

function placeClaim(sentence: Sentence, name: Name): Claim | null {
  const places = placesOf(name);
  const [best] = places.toSorted((a, b) => b.photos - a.photos);
  if (!best) return null;
  const { tokens, language } = sentence;
  // "on the way to Edinburgh" is not there.
  if (leadOf(sentence, name.from, language.where.underway) !== null) return null;
  const lead =
    leadOf(sentence, name.from, language.where.leads) ?? leadOf(sentence, name.from, language.where.near);
  if (!isPlace(sentence, name, lead !== null)) return null;
  const from = lead ?? leadOf(sentence, name.from, language.where.of) ?? name.from;
  const isWeak = lead === null && from < name.from && tokens[from]?.word === "of";
  return {
    from: isWeak ? name.from : from,
    to: name.to,
    subject: "where",
    conditions: [placeCondition(places, best, name.entries)],
    label: best.kind === "place" ? best.value : `${language.label.in} ${labelOf(sentence, name, best)}`,
    kinds: places.map(({ kind }) => kind),
    rule: lead === null ? "place" : "place behind its lead",
  };
}

/**
 * Makes the condition of a place by its kind. If a name has several kinds (city and region, or a keyword), any
 * of them matches.
 */
function placeCondition(
  places: VocabularyEntry[],
  best: VocabularyEntry,
  entries: VocabularyEntry[],
): ClaimCondition {
  const { kind } = best;
  const keywords = entries.filter((entry) => entry.kind === "keyword");
  const values = [...new Set([...places, ...keywords].map((entry) => entry.value))];
  const isMixed = keywords.length > 0 || new Set(places.map((place) => place.kind)).size > 1;
  const isExact = !isMixed && (kind === "city" || kind === "region" || kind === "country");
  return isExact ? anyOf(kind, values) : anyOf("places", values, "contains");
}

function isPlace(sentence: Sentence, name: Name, isLed: boolean): boolean {
  const { tokens, language } = sentence;
  const others = name.entries.filter(({ kind }) => !placeKinds.has(kind) && kind !== "keyword");
  const photos = (entries: VocabularyEntry[]) => Math.max(0, ...entries.map((entry) => entry.photos));
  if (!isLed && isPersonHere(sentence, name)) return false;
  if (!isLed && others.length > 0 && photos(others) >= photos(placesOf(name))) return false;
  if (isPartOfName(sentence, name)) return false;
  if (!name.isCommon) return isLed || !matchBefore(language.indefinite, tokens, name.from);
  if (!isBoundary(sentence, name.to)) return false;
  // "nice 2019" is the whole sentence.
  const isDated =
    /^(?:19|20)\d\d$/.test(tokens[name.to]?.word ?? "") && isAll(sentence, name.from, name.to + 1);
  if (isDated) return true;
  // A capital letter means little at the beginning of a sentence, and nothing in a language that capitalises all nouns.
  const isFirst = name.from === 0 && !isTime(sentence, name.to);
  const isListed =
    name.from === 0 &&
    isCapital(tokens[0]) &&
    tokens[name.to]?.text === "," &&
    matchAt(language.order.orders, tokens, name.to + 1) !== null;
  // "and Nice?" changes the shown search.
  const isAlone =
    sentence.context.hasShown &&
    (isCapital(tokens[name.from]) || sentence.isReplacement) &&
    isAll(sentence, name.from, name.to);
  // "my Nice photos"
  const isOwned =
    name.from > 0 && isCapital(tokens[name.from]) && language.photoNouns.has(tokens[name.to]?.word ?? "");
  if (isListed || ((isAlone || isOwned) && language.traits.capitalsMarkNames)) return true;
  const isWritten = language.traits.capitalsMarkNames && !isFirst && isCapital(tokens[name.from]);
  const isDirect =
    matchBefore(language.definite, tokens, name.from) === null &&
    !(name.to - name.from > 1 && matchAt(language.definite, tokens, name.from));
  return isDirect && (isLed || (isWritten && isBoundary(sentence, name.from - 1)));
}

/** Tells whether a capitalised word that nothing else explains continues the name: "Paris Hilton". */
export function isPartOfName(sentence: Sentence, { from, to }: Name): boolean {
  const isStrange = (at: number) => {
    const token = sentence.tokens[at];
    return (
      token !== undefined &&
      !token.literal &&
      isCapital(token) &&
      !sentence.names.has(at) &&
      !isBoundary(sentence, at) &&
      !isCommon(sentence.language, token.word) &&
      !isTime(sentence, at)
    );
  };
  return isCapital(sentence.tokens[to - 1]) && (isStrange(to) || (from > 1 && isStrange(from - 1)));
}

function abroadAt({ tokens, language, context }: Sentence, at: number): Claim | null {
  const abroad = matchAt(language.where.abroad, tokens, at);
  if (!abroad || context.home === null) return null;
  const isHome: ClaimCondition = { field: "country", operator: "=", value: context.home };
  const isKnown: ClaimCondition = { field: "country", operator: "known", value: true };
  const claim = claimOf("abroad", "where", { from: at, to: abroad.to }, isKnown, language.label.abroad);
  return { ...claim, conditions: [isKnown, { ...isHome, negated: true }], opposite: [isHome] };
}

/** Reads "with a location", "without GPS". */
function locatedAt({ tokens, language }: Sentence, at: number): Claim | null {
  const condition: ClaimCondition = { field: "latitude", operator: "known", value: true };
  const label = language.label.located;
  const alone = matchAt(language.where.geotagged, tokens, at);
  if (alone) return claimOf("geotagged", "where", { from: at, to: alone.to }, condition, label);
  const located = matchAt(language.where.located, tokens, at);
  const lead =
    located &&
    (matchBefore(language.where.people, tokens, at) ??
      matchBefore(language.where.bearing, tokens, at) ??
      matchBefore(language.not.not, tokens, at));
  if (!located || !lead) return null;
  const isNot = matchBefore(language.not.not, tokens, at) !== null;
  return claimOf("located", "where", { from: isNot ? at : lead.from, to: located.to }, condition, label);
}
