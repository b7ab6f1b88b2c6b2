import { settingsWords as english } from "./en-settings.ts";
import { type Said, spokenAs } from "./language.ts";

/** All strings of the settings, in the language of the screens. */
export const settingsWords = spokenAs<Said<typeof english>>("settings", english);
