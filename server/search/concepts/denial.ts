import { wordsOfAll } from "#server/languages/languages.ts";
import { prepositions } from "../words.ts";

/** Words by which a caption denies something, and words by which it only supposes something. */
export const denials = wordsOfAll("denials");
export const hedges = wordsOfAll("hedges");

/** Words at which a denial or a supposition ends: "no people on the beach" says that there is a beach. */
export const bounds: ReadonlySet<string> = new Set([...prepositions, ...wordsOfAll("bounds")]);

/** Words such as "visible", before which a denial concerns the words ahead of it: "the dog is not visible". */
export const seen = wordsOfAll("seen");
