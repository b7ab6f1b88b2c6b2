import { germanLightboxWords } from "./de-lightbox.ts";
import { lightboxWords as english } from "./en-lightbox.ts";
import { spanishLightboxWords } from "./es-lightbox.ts";
import { frenchLightboxWords } from "./fr-lightbox.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of looking at one photo closely, in the language of the screens. */
export const lightboxWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanLightboxWords,
  es: spanishLightboxWords,
  fr: frenchLightboxWords,
});
