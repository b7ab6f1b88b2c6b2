import { germanDescribingWords } from "./de-describing.ts";
import { describingWords as english } from "./en-describing.ts";
import { spanishDescribingWords } from "./es-describing.ts";
import { frenchDescribingWords } from "./fr-describing.ts";
import { type Said, spokenIn } from "./language.ts";

/** All strings about when and how fast photos are described, in the language of the screens. */
export const describingWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanDescribingWords,
  es: spanishDescribingWords,
  fr: frenchDescribingWords,
});
