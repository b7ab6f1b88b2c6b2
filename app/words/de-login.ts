import type { loginWords } from "./en-login.ts";
import type { Said } from "./language.ts";

/** All strings of the login page in German. */
export const germanLoginWords: Said<typeof loginWords> = {
  title: "Anmelden",
  intro: "Diese Fotos gehören einem Haushalt. Sein Passwort öffnet sie.",
  password: "Passwort",
  enter: "Anmelden",
};
