import { careWords as english } from "./en-care.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of the settings about what the library looks like, takes and needs, in the language of the screens. */
export const careWords = spokenAs<Said<typeof english>>("care", english);
