import { germanMapWords } from "./de-map.ts";
import { mapWords as english } from "./en-map.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of the map, in the language of the screens. */
export const mapWords = spokenIn<Said<typeof english>>({ en: english, de: germanMapWords });
