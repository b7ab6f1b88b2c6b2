import { germanCareWords } from "./de-care.ts";
import { careWords as english } from "./en-care.ts";
import { spanishCareWords } from "./es-care.ts";
import { frenchCareWords } from "./fr-care.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of the settings about what the library looks like, takes and needs, in the language of the screens. */
export const careWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanCareWords,
  es: spanishCareWords,
  fr: frenchCareWords,
});
