import { germanAlbumWords } from "./de-albums.ts";
import { germanCareWords } from "./de-care.ts";
import { germanDescribingWords } from "./de-describing.ts";
import { germanEditWords } from "./de-edit.ts";
import { germanJumpWords } from "./de-jump.ts";
import { germanKinWords } from "./de-kin.ts";
import { germanLibraryWords } from "./de-library.ts";
import { germanLightboxWords } from "./de-lightbox.ts";
import { germanLoginWords } from "./de-login.ts";
import { germanMapWords } from "./de-map.ts";
import { germanSettingsWords } from "./de-settings.ts";
import type { Groups } from "./groups.ts";

export const germanGroups: Groups = {
  album: germanAlbumWords,
  care: germanCareWords,
  describing: germanDescribingWords,
  edit: germanEditWords,
  jump: germanJumpWords,
  kin: germanKinWords,
  library: germanLibraryWords,
  lightbox: germanLightboxWords,
  login: germanLoginWords,
  map: germanMapWords,
  settings: germanSettingsWords,
};
