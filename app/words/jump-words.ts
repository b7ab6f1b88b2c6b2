import { jumpWords as english } from "./en-jump.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of the search of everything and of the list of keys, in the language of the screens. */
export const jumpWords = spokenAs<Said<typeof english>>("jump", english);
