import { mapWords as english } from "./en-map.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of the map, in the language of the screens. */
export const mapWords = spokenAs<Said<typeof english>>("map", english);
