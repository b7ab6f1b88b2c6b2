import type { kinWords } from "./en-kin.ts";
import { count } from "./es-counts.ts";
import type { Said } from "./language.ts";

/** The strings of the settings about who people and pets are, in Spanish. */
export const spanishKinWords: Said<typeof kinWords> = {
  title: "Personas y mascotas",
  intro:
    "Di quiénes son para ti, y las preguntas los encuentran por ello: «mi hija», «abuela», «nuestro perro», «el tercer cumpleaños de Mia», «cuando Ben tenía cinco años».",
  empty:
    "Ninguna foto nombra todavía a nadie. Los nombres vienen con fotos que otro programa ha ordenado, o los añades tú: abre una foto y luego «Añadir personas» en sus detalles.",
  list: "Quién es quién",
  find: "Buscar nombres",
  noneFound: "Ningún nombre contiene esto.",
  showAll: (n) => `Mostrar los ${count(n)}`,
  relation: (name) => `Quién es ${name} para ti`,
  unsaid: "Sin decir",
  relations: {
    ...{ self: "Yo", partner: "Pareja", wife: "Esposa", husband: "Esposo" },
    ...{ daughter: "Hija", son: "Hijo", child: "Hijo o hija", mother: "Madre", father: "Padre" },
    ...{ sister: "Hermana", brother: "Hermano", grandmother: "Abuela", grandfather: "Abuelo" },
    ...{ aunt: "Tía", uncle: "Tío", cousin: "Primo o prima", friend: "Amigo o amiga" },
    ...{ dog: "Perro", cat: "Gato", pet: "Otra mascota" },
  },
  more: "Cumpleaños, apodos",
  born: (day) => `nacimiento: ${day}`,
  birthday: "Fecha de nacimiento",
  nicknames: "Apodos",
  nicknamesHint: "Separados por comas",
  saved: "Guardado.",
  undo: "Deshacer",
  undone: "Deshecho.",
  left: "Las respuestas ya no preguntan quién es:",
  askAgain: "Volver a preguntar",
};
