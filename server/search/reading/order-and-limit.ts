import { matchAt, matchBefore, type Phrases, skip } from "../../languages/phrases.ts";
import { isBrand } from "./gear.ts";
import { isBoundary, numberAt, type Sentence } from "./sentence.ts";
import type { Wanted } from "./types.ts";
import { isYear, relativeYear } from "./when/dates.ts";

/** The order and the number of photos that tokens `from` to `to` ask for. */
export interface OrderAndLimit {
  from: number;
  to: number;
  sort?: Wanted["sort"];
  limit?: number;
  more?: number;
  perDay?: boolean;
}

export function readOrderAndLimit(sentence: Sentence): OrderAndLimit[] {
  const found: OrderAndLimit[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const order = sentence.tokens[at]?.word ? orderOrLimitAt(sentence, at) : null;
    if (order) found.push(order);
    at = order?.to ?? at + 1;
  }
  return found;
}

function orderOrLimitAt(sentence: Sentence, at: number): OrderAndLimit | null {
  const { tokens, language } = sentence;
  const perDay = matchAt(language.order.perDay, tokens, at)?.to ?? onePerDayAt(sentence, at);
  if (perDay !== null) return { from: at, to: perDay, perDay: true };
  const order = matchAt(language.order.orders, tokens, at);
  if (order) return { from: at, to: order.to, sort: order.meaning };
  const reversed = sentence.context.hasShown ? matchAt(language.order.reversed, tokens, at) : null;
  if (reversed) return { from: at, to: reversed.to, sort: "reversed" };
  return moreAt(sentence, at) ?? superlativeAt(sentence, at) ?? endAt(sentence, at) ?? countAt(sentence, at);
}

/** Returns where "one a day", "a photo for each day" or "every day one photo" ends. */
function onePerDayAt(sentence: Sentence, at: number): number | null {
  const { tokens, language } = sentence;
  const { order, indefinite, singularPhotos } = language;
  const afterOne = (from: number) => {
    const number = numberAt(sentence, from);
    const isOne = number?.value === 1;
    const to = isOne ? number.to : matchAt(indefinite, tokens, from)?.to;
    if (to === undefined) return null;
    if (singularPhotos.has(tokens[to]?.word ?? "")) return to + 1;
    return isOne ? to : null;
  };
  const day = matchAt(order.aDay, tokens, at);
  if (day) return afterOne(day.to);
  const one = afterOne(at);
  return one === null ? null : (matchAt(order.aDay, tokens, one)?.to ?? null);
}

/** Reads a sentence that only asks for more of the shown photos: "10 more". */
function moreAt(sentence: Sentence, at: number): OrderAndLimit | null {
  const { tokens, language, context } = sentence;
  const ahead = matchAt(language.order.more, tokens, at);
  const count = countOf(sentence, ahead?.to ?? at);
  const behind = count && !ahead ? matchAt(language.order.more, tokens, count.to) : null;
  const end = behind?.to ?? (ahead && count?.to);
  if (!context.hasShown || !count || !end) return null;
  const noun = language.photoNouns.has(tokens[end]?.word ?? "")
    ? end + 1
    : skip(language.order.ofThem, tokens, end);
  return noun >= tokens.length ? { from: at, to: noun, more: count.value } : null;
}

/** Says whether "photos" or "videos" stands here. */
function namesPhotos({ tokens, language }: Sentence, at: number): boolean {
  return (
    language.photoNouns.has(tokens[at]?.word ?? "") || matchAt(language.gear.videos, tokens, at) !== null
  );
}

function isOnePhoto({ tokens, language }: Sentence, at: number): boolean {
  const isOne = language.singularPhotos.has(tokens[at]?.word ?? "");
  return isOne || matchAt(language.gear.videos, tokens, at)?.meaning === "one";
}

/** Reads "the latest photos", "the best ten" and "top 5", but not "best friends". */
function superlativeAt(sentence: Sentence, at: number): OrderAndLimit | null {
  const { tokens, language } = sentence;
  const begin = matchAt(language.definite, tokens, at)?.to ?? at;
  const number = countOf(sentence, begin);
  const superlative = matchAt(language.order.superlatives, tokens, number?.to ?? begin);
  if (!superlative) return null;
  const after = number ? null : countOf(sentence, superlative.to);
  const to = after?.to ?? superlative.to;
  const count = number ?? after;
  const isOne = isOnePhoto(sentence, to);
  const isPhotos = namesPhotos(sentence, to) || matchAt(language.order.ofThem, tokens, to) !== null;
  const isTop = matchAt(language.order.top, tokens, begin) !== null && superlative.to === begin + 1;
  // "best of 2022", "top 10 of Lisbon"
  const of = !count && begin === at && at === 0 ? matchAt(language.where.of, tokens, to) : null;
  const isOf =
    of &&
    (isYear(sentence, of.to) || sentence.names.has(of.to) || relativeYear.match(sentence, of.to) !== null);
  if (isOf) return { from: at, to, sort: superlative.meaning };
  const described = isPhotos || count || isTop || begin === at ? null : photoAfter(sentence, to);
  if (described) {
    const isSingle = language.singularPhotos.has(described);
    return { from: at, to, sort: superlative.meaning, ...(isSingle && { limit: 1 }) };
  }
  if (
    !isPhotos &&
    !(count && isBoundary(sentence, to)) &&
    !(isBoundary(sentence, to) && !isTop && begin > at)
  )
    return null;
  const ofThem = matchAt(language.order.ofThem, tokens, to)?.to ?? to;
  const limit = count?.value ?? (isOne ? 1 : undefined);
  return { from: at, to: ofThem, sort: superlative.meaning, ...(limit && { limit }) };
}

/** Finds the photo noun a few words later, as in "(the latest) cat picture". */
export function photoAfter({ tokens, language }: Sentence, at: number): string | null {
  for (let next = at; next < at + 3; next++) {
    const { word = "", isMark = true } = tokens[next] ?? {};
    if (language.photoNouns.has(word)) return next > at ? word : null;
    // In "my best friend's photo" the photo belongs to the friend.
    if (word === "" || isMark || word.endsWith("'s") || language.functionWords.has(word)) return null;
  }
  const last = tokens[at + 3]?.word ?? "";
  return language.photoNouns.has(last) ? last : null;
}

/** Reads "the first photo of Anna", "the last five pictures". */
function endAt(sentence: Sentence, at: number): OrderAndLimit | null {
  const { tokens, language } = sentence;
  const begin = matchAt(language.definite, tokens, at)?.to ?? at;
  const ordinal = matchAt(language.ordinals, tokens, begin);
  if (!ordinal || (ordinal.meaning !== 1 && ordinal.meaning !== -1)) return null;
  const count = countOf(sentence, ordinal.to);
  const to = count?.to ?? ordinal.to;
  const noun = tokens[to]?.word ?? "";
  // "last 10 from Berlin", not "last 10 days".
  const isBare = count !== null && at === 0 && matchAt(language.photoLinks, tokens, to) !== null;
  if (!namesPhotos(sentence, to) && !isBare) {
    const isOne = !count && begin > at && language.singularPhotos.has(tokens[to + 1]?.word ?? "");
    if (!isOne || language.functionWords.has(noun)) return null;
    return { from: at, to, sort: ordinal.meaning === 1 ? "oldest" : "newest", limit: 1 };
  }
  const limit = count?.value ?? (isOnePhoto(sentence, to) ? 1 : undefined);
  return { from: at, to, sort: ordinal.meaning === 1 ? "oldest" : "newest", ...(limit && { limit }) };
}

/** Reads "ten photos", "five of them", "at most 20 pictures", "three cat photos". */
function countAt(sentence: Sentence, at: number): OrderAndLimit | null {
  const { tokens, language } = sentence;
  const bound = matchAt(language.order.atMost, tokens, at);
  const count = countOf(sentence, bound?.to ?? at);
  if (!count || tokens[at - 1]?.text === "#") return null;
  // "any four from Porto"
  const any = matchBefore(language.order.any, tokens, at);
  if (any && matchAt(language.where.leads, tokens, count.to)) {
    return { from: any.from, to: count.to, limit: count.value };
  }
  if (matchBefore(language.indefinite, tokens, at)) return null;
  const ofThem = matchAt(language.order.ofThem, tokens, count.to);
  const isPhotos = namesPhotos(sentence, count.to);
  if (!isPhotos && !ofThem && isCountOfThings(sentence, at, count))
    return { from: at, to: count.to, limit: count.value };
  const isWhole = at === 0 && count.to === tokens.length && !isYear(sentence, at);
  if (!ofThem && !isPhotos && !(isWhole && sentence.context.hasShown)) return null;
  return { from: at, to: ofThem?.to ?? count.to, limit: count.value };
}

/** Reads "three cat photos" at the beginning; "5 star photos" and "3 day photos" count something else. */
function isCountOfThings(
  sentence: Sentence,
  at: number,
  { value, to }: { value: number; to: number },
): boolean {
  const { tokens, language } = sentence;
  const { gear, when, courtesy } = language;
  const isFirst = at === 0 || matchBefore(courtesy, tokens, at) !== null;
  const measures = [gear.stars, gear.megapixels, gear.millimetres, when.units];
  if (!isFirst || value < 2 || measures.some((table) => matchAt(table as Phrases<unknown>, tokens, to)))
    return false;
  const noun = photoAfter(sentence, to);
  return noun !== null && !language.singularPhotos.has(noun);
}

/** Tells whether the number belongs to a name, as in "Pixel 7 photos". */
function isOfName({ tokens, names }: Sentence, at: number): boolean {
  if (isBrand(tokens[at - 1]?.word ?? "")) return true;
  return [1, 2, 3].some((back) => (names.get(at - back)?.to ?? 0) > at);
}

function countOf(sentence: Sentence, at: number): { value: number; to: number } | null {
  // "15 Pro pictures"
  if (isYear(sentence, at) || isOfName(sentence, at) || sentence.names.has(at)) return null;
  const number = numberAt(sentence, at);
  return number && Number.isInteger(number.value) && number.value >= 1 && number.value <= 10_000
    ? number
    : null;
}
