import { germanSettingsWords } from "./de-settings.ts";
import { settingsWords as english } from "./en-settings.ts";
import { spanishSettingsWords } from "./es-settings.ts";
import { frenchSettingsWords } from "./fr-settings.ts";
import { type Said, spokenIn } from "./language.ts";

/** All strings of the settings, in the language of the screens. */
export const settingsWords = spokenIn<Said<typeof english>>({
  en: english,
  de: germanSettingsWords,
  es: spanishSettingsWords,
  fr: frenchSettingsWords,
});
