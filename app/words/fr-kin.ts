import type { kinWords } from "./en-kin.ts";
import { count } from "./fr-counts.ts";
import type { Said } from "./language.ts";

/** The strings of the settings about who people and pets are, in French. */
export const frenchKinWords: Said<typeof kinWords> = {
  title: "Personnes et animaux",
  intro:
    "Dites qui ils sont pour vous, et les questions les trouvent ainsi : « ma fille », « mamie », « notre chien », « le troisième anniversaire de Mia », « quand Ben avait cinq ans ».",
  empty:
    "Aucune photo ne nomme encore quelqu’un. Les noms viennent avec les photos qu’un autre programme a classées, ou vous les ajoutez : ouvrez une photo, puis « Ajouter des personnes » dans ses détails.",
  list: "Qui est qui",
  find: "Chercher un nom",
  noneFound: "Aucun nom ne contient cela.",
  showAll: (n) => `Afficher les ${count(n)}`,
  relation: (name) => `Qui est ${name} pour vous`,
  unsaid: "Non précisé",
  relations: {
    ...{ self: "Moi", partner: "Compagnon ou compagne", wife: "Épouse", husband: "Époux" },
    ...{ daughter: "Fille", son: "Fils", child: "Enfant", mother: "Mère", father: "Père" },
    ...{ sister: "Sœur", brother: "Frère", grandmother: "Grand-mère", grandfather: "Grand-père" },
    ...{ aunt: "Tante", uncle: "Oncle", cousin: "Cousin ou cousine", friend: "Ami ou amie" },
    ...{ dog: "Chien", cat: "Chat", pet: "Autre animal" },
  },
  more: "Anniversaire, surnoms",
  born: (day) => `naissance : ${day}`,
  birthday: "Date de naissance",
  nicknames: "Surnoms",
  nicknamesHint: "Séparés par des virgules",
  saved: "Enregistré.",
  undo: "Annuler",
  undone: "Annulé.",
  left: "Les réponses ne demandent plus qui c’est :",
  askAgain: "Redemander",
};
