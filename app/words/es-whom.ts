import type { Relation } from "#server/languages/relations.ts";
import type { whomWords } from "./en-whom.ts";
import type { Said } from "./language.ts";

const yours: Record<Exclude<Relation, "self">, string> = {
  ...{ partner: "tu pareja", wife: "tu esposa", husband: "tu esposo", daughter: "tu hija", son: "tu hijo" },
  ...{ child: "tu hijo o tu hija", mother: "tu madre", father: "tu padre", sister: "tu hermana" },
  ...{ brother: "tu hermano", grandmother: "tu abuela", grandfather: "tu abuelo", aunt: "tu tía" },
  ...{ uncle: "tu tío", cousin: "tu primo o tu prima", friend: "tu amigo o tu amiga" },
  ...{ dog: "tu perro", cat: "tu gato", pet: "tu mascota" },
};

/** The strings with which an answer asks who somebody is, in Spanish. */
export const spanishWhomWords: Said<typeof whomWords> = {
  question: (of) => (of === "self" ? "¿Quién de ellos eres tú?" : `¿Quién es ${yours[of]}?`),
  somebodyElse: "Otra persona",
  notNow: "Ahora no",
  find: "Buscar nombres",
  nobody: "Nadie que tenga nombre aquí",
  noneFound: "Ningún nombre contiene esto.",
  is: (name, of) =>
    of === "self" ? `A partir de ahora eres ${name}.` : `A partir de ahora ${name} es ${yours[of]}.`,
  left: "No volveré a preguntarlo. Está en los ajustes, en «Personas y mascotas».",
  settings: "A los ajustes",
  undo: "Deshacer",
};
