import { germanEditWords } from "./de-edit.ts";
import { editWords as english } from "./en-edit.ts";
import { spanishEditWords } from "./es-edit.ts";
import { frenchEditWords } from "./fr-edit.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of editing a photo, in the language of the screens. */
export const editWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanEditWords,
  es: spanishEditWords,
  fr: frenchEditWords,
});
