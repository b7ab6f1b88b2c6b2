import { libraryWords as english } from "./en-library.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of the library, the bin, and what is done with many photos, in the language of the screens. */
export const libraryWords = spokenAs<Said<typeof english>>("library", english);
