import { matchBefore } from "../phrases.ts";
import type { Sentence } from "../sentence.ts";

/** Where a sentence ends without "please" and the like; "von 2020 an" goes on to its last word. */
export function beforeCourtesy({ tokens, language }: Sentence, end: number): number {
  let until = end;
  for (let step = 0; step < 3; step++) {
    if (matchBefore(language.when.onwards, tokens, until)) break;
    until = matchBefore(language.courtesyAfter, tokens, until)?.from ?? until;
  }
  return until;
}
