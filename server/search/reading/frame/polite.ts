import { matchBefore } from "../../../languages/phrases.ts";
import type { Sentence } from "../sentence.ts";
import { classBefore } from "../tagging.ts";

/** Returns where a sentence ends without "please" and the like. The last word of "von 2020 an" is not courtesy. */
export function beforeCourtesy({ tokens, language }: Sentence, end: number): number {
  const sorry = classBefore({ tokens, language }, "talk.sorry", end);
  const isInstead = matchBefore(language.intent.instead, tokens, end) !== null;
  // "the ones from 2019, I mean" is a correction.
  let until = sorry && sorry.from > 0 && !tokens[sorry.from - 1]?.isMark && !isInstead ? sorry.from : end;
  for (let step = 0; step < 3; step++) {
    if (matchBefore(language.when.onwards, tokens, until)) break;
    until = matchBefore(language.courtesyAfter, tokens, until)?.from ?? until;
  }
  return until;
}
