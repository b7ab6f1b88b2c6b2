import { germanLoginWords } from "./de-login.ts";
import { loginWords as english } from "./en-login.ts";
import { spanishLoginWords } from "./es-login.ts";
import { frenchLoginWords } from "./fr-login.ts";
import { type Said, spokenIn } from "./language.ts";

/** All strings of the login page, in the language of the screens. */
export const loginWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanLoginWords,
  es: spanishLoginWords,
  fr: frenchLoginWords,
});
