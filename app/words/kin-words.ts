import { kinWords as english } from "./en-kin.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of the settings about who people and pets are, in the language of the screens. */
export const kinWords = spokenAs<Said<typeof english>>("kin", english);
