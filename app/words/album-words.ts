import { albumWords as english } from "./en-albums.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of albums, trips and people, in the language of the screens. */
export const albumWords = spokenAs<Said<typeof english>>("album", english);
