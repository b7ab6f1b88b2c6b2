import type { Grouping } from "../../../languages/meanings.ts";
import { type Matched, oneOf, rule } from "../matcher.ts";
import type { Sentence } from "../sentence.ts";
import { classAt } from "../tagging.ts";

/** The grouping by which a question counts photos, and where its words stand. */
export interface Grouped {
  by: Grouping;
  from: number;
  to: number;
  /** True for "list the places": the sentence asks for nothing else. */
  isList: boolean;
}

const byEach = rule("by each", ["talk.by", "definite?", { by: "talk.groupings" }], ({ by }) => by);
const listed = rule("list of", [oneOf("talk.lists"), "definite?", { by: "talk.groupings" }], ({ by }) => by);
/** Times that also say how a photo looks: "Lisbon by day". */
const looks = new Set<Grouping>(["day", "hour"]);

/** Reads "per camera make", "by year" in a question of numbers, "photos by month" and "list the places". */
export function groupingIn(sentence: Sentence): Grouped | null {
  const { tokens, language } = sentence;
  const end = tokens.findLastIndex(({ isMark }) => !isMark) + 1;
  const list = listed.match(sentence, classAt(sentence, "courtesyAfter", 0)?.to ?? 0);
  if (list) return made(list, 0, true);
  const counts = tokens.some((_, at) => classAt(sentence, "intent.asks", at)?.meaning.ask === "count");
  const ofPhotos = tokens.some(({ word }) => language.photoNouns.has(word));
  // "per year", after a number
  const alone = sentence.context.hasShown
    ? byEach.match(sentence, classAt(sentence, "intent.andAhead", 0)?.to ?? 0)
    : null;
  if (alone && alone.to >= end) return made(alone, 0, true);
  for (let at = 1; at < end; at++) {
    const found = byEach.match(sentence, at);
    if (!found) continue;
    // A name or a thing behind it makes it another thing: "by the city hall".
    const isWhole =
      found.to >= end || tokens[found.to]?.isMark || language.functionWords.has(tokens[found.to]?.word ?? "");
    if (isWhole && (counts || (ofPhotos && found.to >= end && !looks.has(found.value))))
      return made(found, at, false);
  }
  return null;
}

const made = ({ value, to }: Matched<Grouping>, from: number, isList: boolean): Grouped => ({
  ...{ by: value, from, to, isList },
});
