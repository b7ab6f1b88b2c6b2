import type { Language } from "../../languages/language.ts";
import { matchAt, matchBefore } from "../../languages/phrases.ts";
import type { Token } from "../../languages/tokens.ts";
import { boundAfter, boundAt } from "./bounds.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { isBoundary, mayBeGear, numberAt, type Sentence } from "./sentence.ts";

/** Reads "videos", and how long they are: "longer than a minute", "of at least 10 seconds". */
export function readVideos(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) => {
    if (!mayBeGear(sentence, at)) return [];
    const claim = lengthAt(sentence, at) ?? videosAt(sentence, at);
    return claim ? [claim] : [];
  });
}

/** "Videos" are videos; "video" is one only where no other thing follows, such as a video game. */
function videosAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const found = matchAt(language.gear.videos, tokens, at);
  if (!found || (found.meaning === "one" && !isBoundary(sentence, found.to))) return null;
  const article = matchBefore(language.indefinite, tokens, at) ?? matchBefore(language.definite, tokens, at);
  const kind = (value: string): ClaimCondition => ({ field: "kind", operator: "=", value });
  const span = { from: article?.from ?? at, to: found.to };
  const claim = claimOf("videos", "type", span, kind("video"), language.label.videos);
  return { ...claim, opposite: [kind("photo")] };
}

function lengthAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const bound = boundAt(sentence, at);
  const begin = bound?.to ?? at;
  // "a minute" means one minute.
  const one = bound && matchAt(language.indefinite, tokens, begin);
  const number = numberAt(sentence, begin) ?? (one && { value: 1, to: one.to });
  const unit = number && matchAt(language.gear.lengths, tokens, number.to);
  const after = unit && !bound ? boundAfter(sentence, unit.to) : null;
  const said = bound ?? after;
  if (!number || !unit || !said || !isAboutVideos(sentence, at)) return null;
  const seconds = number.value * unit.meaning;
  const links = matchBefore(language.gear.lengthLinks, tokens, at);
  const span = { from: links?.from ?? at, to: after?.to ?? unit.to };
  const condition: ClaimCondition = { field: "duration", operator: said.operator, value: seconds };
  const label = `${language.label[said.name]} ${lengthWords(seconds)}`;
  return claimOf("length of a video", "type", span, condition, label);
}

/** Tells whether a length is about videos: it is compared ("longer", "shorter"), or the sentence names videos. */
function isAboutVideos({ tokens, language }: Sentence, at: number): boolean {
  return (
    language.gear.longer.has(tokens[at]?.word ?? "") ||
    tokens.some((_, other) => matchAt(language.gear.videos, tokens, other) !== null)
  );
}

function lengthWords(seconds: number): string {
  const [value, unit] =
    seconds % 3600 === 0
      ? [seconds / 3600, "h"]
      : seconds % 60 === 0
        ? [seconds / 60, "min"]
        : [seconds, "s"];
  return `${value} ${unit}`;
}

/** Reads "only photos" at the end as "no videos", because "only" and "photos" alone say nothing. */
export function withPhotosOnly(tokens: Token[], { gear }: Language): Token[] {
  const end = tokens.findLastIndex(({ isMark }) => !isMark) + 1;
  const only = matchBefore(gear.photosOnly, tokens, end);
  if (!only || tokens.slice(only.from, end).some(({ literal }) => literal)) return tokens;
  return tokens.map((token, at) => {
    const word = gear.noVideos[at - only.from];
    return word !== undefined && at < end ? { ...token, word } : token;
  });
}
