import type { loginWords } from "./en-login.ts";
import type { Said } from "./language.ts";

/** All strings of the login page in Spanish. */
export const spanishLoginWords: Said<typeof loginWords> = {
  title: "Iniciar sesión",
  intro: "Estas fotos son de un hogar. Su contraseña las abre.",
  password: "Contraseña",
  enter: "Entrar",
};
