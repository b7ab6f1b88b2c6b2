import type { albumWords } from "./en-albums.ts";
import type { careWords } from "./en-care.ts";
import type { describingWords } from "./en-describing.ts";
import type { editWords } from "./en-edit.ts";
import type { jumpWords } from "./en-jump.ts";
import type { kinWords } from "./en-kin.ts";
import type { libraryWords } from "./en-library.ts";
import type { lightboxWords } from "./en-lightbox.ts";
import type { loginWords } from "./en-login.ts";
import type { mapWords } from "./en-map.ts";
import type { settingsWords } from "./en-settings.ts";
import type { Said } from "./language.ts";

/** The groups of strings beside those of `words`, by the names that their choosers call them. Each language has all. */
export interface Groups {
  album: Said<typeof albumWords>;
  care: Said<typeof careWords>;
  describing: Said<typeof describingWords>;
  edit: Said<typeof editWords>;
  jump: Said<typeof jumpWords>;
  kin: Said<typeof kinWords>;
  library: Said<typeof libraryWords>;
  lightbox: Said<typeof lightboxWords>;
  login: Said<typeof loginWords>;
  map: Said<typeof mapWords>;
  settings: Said<typeof settingsWords>;
}
