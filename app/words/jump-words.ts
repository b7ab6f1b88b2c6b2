import { germanJumpWords } from "./de-jump.ts";
import { jumpWords as english } from "./en-jump.ts";
import { spanishJumpWords } from "./es-jump.ts";
import { frenchJumpWords } from "./fr-jump.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of the search of everything and of the list of keys, in the language of the screens. */
export const jumpWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanJumpWords,
  es: spanishJumpWords,
  fr: frenchJumpWords,
});
