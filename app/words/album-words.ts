import { germanAlbumWords } from "./de-albums.ts";
import { albumWords as english } from "./en-albums.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of albums, trips and people, in the language of the screens. */
export const albumWords = spokenIn<Said<typeof english>>({ en: english, de: germanAlbumWords });
