import { germanLibraryWords } from "./de-library.ts";
import { libraryWords as english } from "./en-library.ts";
import { spanishLibraryWords } from "./es-library.ts";
import { frenchLibraryWords } from "./fr-library.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of the library, the bin, and what is done with many photos, in the language of the screens. */
export const libraryWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanLibraryWords,
  es: spanishLibraryWords,
  fr: frenchLibraryWords,
});
