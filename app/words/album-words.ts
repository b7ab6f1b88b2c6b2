import { germanAlbumWords } from "./de-albums.ts";
import { albumWords as english } from "./en-albums.ts";
import { spanishAlbumWords } from "./es-albums.ts";
import { frenchAlbumWords } from "./fr-albums.ts";
import { type Said, spokenIn } from "./language.ts";

/** The strings of albums, trips and people, in the language of the screens. */
export const albumWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanAlbumWords,
  es: spanishAlbumWords,
  fr: frenchAlbumWords,
});
