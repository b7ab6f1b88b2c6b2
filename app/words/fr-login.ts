import type { loginWords } from "./en-login.ts";
import type { Said } from "./language.ts";

/** All strings of the login page in French. */
export const frenchLoginWords: Said<typeof loginWords> = {
  title: "Se connecter",
  intro: "Ces photos appartiennent à un foyer. Son mot de passe les ouvre.",
  password: "Mot de passe",
  enter: "Entrer",
};
