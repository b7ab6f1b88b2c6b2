import { matchAt, matchBefore, skip } from "../../languages/phrases.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { labelOf, placesOf } from "./places.ts";
import {
  isAll,
  isBoundary,
  isCommon,
  isTime,
  leadOf,
  measureAt,
  type Name,
  numberAt,
  type Sentence,
  written,
} from "./sentence.ts";
import type { Spot } from "./types.ts";

/** The radius of "near" if no distance is given, km. */
const nearby = 25;

/** Reads "near Lisbon", "within 20 km of Lisbon", "20 km around Lisbon". */
export function circleAround(sentence: Sentence, name: Name): Claim | null {
  const place = placesOf(name).find(({ latitude }) => latitude !== undefined);
  const { latitude, longitude } = place ?? {};
  if (!place || latitude === undefined || longitude === undefined) return null;
  return circle(sentence, name, { name: labelOf(sentence, name, place), latitude, longitude });
}

/** Reads "within 11 km of 38.72, -9.14", as the map asks. Without such words numbers are no coordinates. */
export function circlesAtPoints(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) => {
    const latitude = degreesAt(sentence, at, 90);
    const isComma = latitude !== null && sentence.tokens[latitude.to]?.word === ",";
    const longitude = latitude && degreesAt(sentence, latitude.to + Number(isComma), 180);
    if (!latitude || !longitude) return [];
    const spot = { latitude: latitude.value, longitude: longitude.value };
    const claim = circle(
      sentence,
      { from: at, to: longitude.to },
      { ...spot, name: `${latitude.value}, ${longitude.value}` },
    );
    return claim ? [claim] : [];
  });
}

const minus = new Set(["-", "−", "–"]);

function degreesAt({ tokens }: Sentence, at: number, most: number): { value: number; to: number } | null {
  const sign = minus.has(tokens[at]?.word ?? "") ? -1 : 1;
  const from = sign < 0 ? at + 1 : at;
  const word = tokens[from]?.word ?? "";
  const value = /^\d{1,3}(?:\.\d+)?$/.test(word) ? sign * Number(word) : Number.NaN;
  return Math.abs(value) <= most ? { value, to: from + 1 } : null;
}

/** The most towns that we look up in one question. */
const mostTowns = 3;

/** Reads "near Osaka" if no photo is from Osaka. */
export function circlesElsewhere(sentence: Sentence): Claim[] {
  const found: Claim[] = [];
  let looked = 0;
  for (let at = 1; at < sentence.tokens.length && looked < mostTowns; at++) {
    if (!mayBeTown(sentence, at)) continue;
    looked++;
    const claim = circleElsewhere(sentence, at);
    if (claim) found.push(claim);
  }
  return found;
}

/** Tells whether a possible name of a town stands after words such as "near". */
function mayBeTown(sentence: Sentence, at: number): boolean {
  const { tokens, language, names } = sentence;
  const { word = "", isMark = true } = tokens[at] ?? {};
  if (isMark || !/^\p{L}{2,}/u.test(word) || names.has(at) || isTime(sentence, at)) return false;
  // "50 km of Osaka", but not "a 50 km race"
  const of = matchBefore(language.where.ofDistance, tokens, at)?.from ?? at;
  if (of < at && distanceBefore(sentence, at)) return true;
  const near = matchBefore(language.where.near, tokens, at);
  // "bei Regen", "around town" and "next to Nancy" do not name towns.
  const isWeak = near !== null && language.where.vaguelyNear.has(tokens[near.from]?.word ?? "");
  const isOrdinary = isCommon(language, word) || language.functionWords.has(word);
  return near !== null && !isWeak && !isOrdinary;
}

function circleElsewhere(sentence: Sentence, from: number): Claim | null {
  const { tokens, context } = sentence;
  for (let to = Math.min(from + 3, tokens.length); to > from; to--) {
    const words = tokens.slice(from, to);
    if (words.some(({ word, isMark }) => word === "" || isMark) || !isBoundary(sentence, to)) continue;
    const spot = context.vocabulary.locate(words.map(({ word }) => word).join(" "));
    const said = written(sentence, from, to);
    if (spot)
      return circle(sentence, { from, to }, { ...spot, name: said.charAt(0).toUpperCase() + said.slice(1) });
  }
  return null;
}

/** Makes the claim of a circle; tokens `from` to `to` name the place. */
function circle(sentence: Sentence, { from, to }: { from: number; to: number }, spot: Spot): Claim | null {
  const { where, label } = sentence.language;
  const distance = distanceBefore(sentence, from);
  const begin = distance?.from ?? leadOf(sentence, from, where.near);
  if (begin === null) return null;
  const km = Math.min(distance?.km ?? nearby, 20_000);
  const beyond = distance && matchBefore(where.beyond, sentence.tokens, distance.from);
  if (beyond) return outside(sentence, { from: beyond.from, to }, [spot.latitude, spot.longitude, km]);
  const reach = distance ? `${Math.round(km * 10) / 10} km ` : "";
  const value = [spot.latitude, spot.longitude, km];
  const said = `${reach}${label.near} ${spot.name}`;
  return claimOf("circle", "where", { from: begin, to }, { field: "near", operator: "near", value }, said);
}

/** Makes the claim of "more than 100 km from Berlin". A photo without a place does not match it. */
function outside(sentence: Sentence, { from, to }: { from: number; to: number }, value: number[]): Claim {
  const isFar: ClaimCondition = { field: "near", operator: "near", value, negated: true };
  const isKnown: ClaimCondition = { field: "latitude", operator: "known", value: true };
  const claim = claimOf("outside a circle", "where", { from, to }, isFar, written(sentence, from, to));
  return { ...claim, conditions: [isFar, isKnown] };
}

function distanceBefore(sentence: Sentence, at: number): { from: number; km: number } | null {
  const { tokens, language } = sentence;
  const { where } = language;
  let to = matchBefore(language.definite, tokens, at)?.from ?? at;
  to = matchBefore(where.ofDistance, tokens, to)?.from ?? to;
  for (const from of [to - 2, to - 1]) {
    const unit = matchAt(where.lengths, tokens, from + 1);
    const apart = unit && unit.to === to ? numberAt(sentence, from) : null;
    const km = apart && unit ? apart.value * unit.meaning : togetherKm(sentence, from, to);
    if (km === null || km <= 0) continue;
    const article = matchBefore(language.indefinite, tokens, from)?.from ?? from;
    return { from: matchBefore(where.within, tokens, article)?.from ?? from, km };
  }
  return null;
}

/** Reads a sentence that is only a distance, such as "within 50 km" or "30 miles"; in km. */
export function radiusAlone(sentence: Sentence): number | null {
  const { tokens, language } = sentence;
  const { within, lengths } = language.where;
  const from = skip(language.indefinite, tokens, skip(within, tokens, 0));
  const number = numberAt(sentence, from);
  const unit = number && matchAt(lengths, tokens, number.to);
  const km = number && unit ? number.value * unit.meaning : togetherKm(sentence, from, from + 1);
  // "30 km around"
  const to = skip(sentence.language.where.near, tokens, unit?.to ?? from + 1);
  return km !== null && km > 0 && km <= 20_000 && isAll(sentence, 0, to) ? km : null;
}

function togetherKm(sentence: Sentence, from: number, to: number): number | null {
  const measure = measureAt(sentence, from, sentence.language.where.lengths);
  const unit = /[a-z]+$/.exec(sentence.tokens[from]?.word ?? "")?.[0] ?? "";
  const length = sentence.language.where.lengths.get(unit)?.[0]?.meaning;
  return measure?.to === to && from + 1 === to && length ? measure.value * length : null;
}
