import { wordsOfAll } from "#server/languages/languages.ts";
import { prepositions } from "../words.ts";

/** Words by which a caption says that something is not there, and by which it only supposes something. */
export const denials = wordsOfAll("denials");
export const hedges = wordsOfAll("hedges");

/** What a denial or a supposition does not reach beyond: "no people on the beach" says that there is a beach. */
export const bounds: ReadonlySet<string> = new Set([...prepositions, ...wordsOfAll("bounds")]);

/** "The dog is not visible": what is said before the denial is denied. */
export const seen = wordsOfAll("seen");
