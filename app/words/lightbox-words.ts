import { lightboxWords as english } from "./en-lightbox.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of looking at one photo closely, in the language of the screens. */
export const lightboxWords = spokenAs<Said<typeof english>>("lightbox", english);
