import { frenchAlbumWords } from "./fr-albums.ts";
import { frenchCareWords } from "./fr-care.ts";
import { frenchDescribingWords } from "./fr-describing.ts";
import { frenchEditWords } from "./fr-edit.ts";
import { frenchJumpWords } from "./fr-jump.ts";
import { frenchKinWords } from "./fr-kin.ts";
import { frenchLibraryWords } from "./fr-library.ts";
import { frenchLightboxWords } from "./fr-lightbox.ts";
import { frenchLoginWords } from "./fr-login.ts";
import { frenchMapWords } from "./fr-map.ts";
import { frenchSettingsWords } from "./fr-settings.ts";
import type { Groups } from "./groups.ts";

export const frenchGroups: Groups = {
  album: frenchAlbumWords,
  care: frenchCareWords,
  describing: frenchDescribingWords,
  edit: frenchEditWords,
  jump: frenchJumpWords,
  kin: frenchKinWords,
  library: frenchLibraryWords,
  lightbox: frenchLightboxWords,
  login: frenchLoginWords,
  map: frenchMapWords,
  settings: frenchSettingsWords,
};
