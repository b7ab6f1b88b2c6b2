import { describingWords as english } from "./en-describing.ts";
import { type Said, spokenAs } from "./language.ts";

/** All strings about when and how fast photos are described, in the language of the screens. */
export const describingWords = spokenAs<Said<typeof english>>("describing", english);
