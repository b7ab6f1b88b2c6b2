import { matchBefore } from "../../../languages/phrases.ts";
import type { Sentence } from "../sentence.ts";

/** Returns where a sentence ends without "please" and the like. The last word of "von 2020 an" is not courtesy. */
export function beforeCourtesy({ tokens, language }: Sentence, end: number): number {
  let until = end;
  for (let step = 0; step < 3; step++) {
    if (matchBefore(language.when.onwards, tokens, until)) break;
    until = matchBefore(language.courtesyAfter, tokens, until)?.from ?? until;
  }
  return until;
}
