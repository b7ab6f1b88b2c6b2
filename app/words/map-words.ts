import { germanMapWords } from "./de-map.ts";
import { mapWords as english } from "./en-map.ts";
import { spanishMapWords } from "./es-map.ts";
import { frenchMapWords } from "./fr-map.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of the map, in the language of the screens. */
export const mapWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanMapWords,
  es: spanishMapWords,
  fr: frenchMapWords,
});
