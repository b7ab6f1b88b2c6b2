import { spanishAlbumWords } from "./es-albums.ts";
import { spanishCareWords } from "./es-care.ts";
import { spanishDescribingWords } from "./es-describing.ts";
import { spanishEditWords } from "./es-edit.ts";
import { spanishJumpWords } from "./es-jump.ts";
import { spanishKinWords } from "./es-kin.ts";
import { spanishLibraryWords } from "./es-library.ts";
import { spanishLightboxWords } from "./es-lightbox.ts";
import { spanishLoginWords } from "./es-login.ts";
import { spanishMapWords } from "./es-map.ts";
import { spanishSettingsWords } from "./es-settings.ts";
import type { Groups } from "./groups.ts";

export const spanishGroups: Groups = {
  album: spanishAlbumWords,
  care: spanishCareWords,
  describing: spanishDescribingWords,
  edit: spanishEditWords,
  jump: spanishJumpWords,
  kin: spanishKinWords,
  library: spanishLibraryWords,
  lightbox: spanishLightboxWords,
  login: spanishLoginWords,
  map: spanishMapWords,
  settings: spanishSettingsWords,
};
