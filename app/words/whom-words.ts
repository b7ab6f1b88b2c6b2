import { germanWhomWords } from "./de-whom.ts";
import { whomWords } from "./en-whom.ts";
import { spanishWhomWords } from "./es-whom.ts";
import { frenchWhomWords } from "./fr-whom.ts";
import type { Language, Said } from "./language.ts";

const inEach: Record<Language, Said<typeof whomWords>> = {
  en: whomWords,
  de: germanWhomWords,
  es: spanishWhomWords,
  fr: frenchWhomWords,
};

/** Returns the strings with which an answer asks who somebody is, in the language of its question. */
export const whomWordsIn = (language: Language): Said<typeof whomWords> => inEach[language];
