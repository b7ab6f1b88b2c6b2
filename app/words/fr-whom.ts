import type { Relation } from "#server/languages/relations.ts";
import type { whomWords } from "./en-whom.ts";
import type { Said } from "./language.ts";

const yours: Record<Exclude<Relation, "self">, string> = {
  ...{ partner: "votre compagnon ou compagne", wife: "votre femme", husband: "votre mari" },
  ...{ daughter: "votre fille", son: "votre fils", child: "votre enfant", mother: "votre mère" },
  ...{ father: "votre père", sister: "votre sœur", brother: "votre frère" },
  ...{ grandmother: "votre grand-mère", grandfather: "votre grand-père", aunt: "votre tante" },
  ...{ uncle: "votre oncle", cousin: "votre cousin ou cousine", friend: "votre ami ou amie" },
  ...{ dog: "votre chien", cat: "votre chat", pet: "votre animal" },
};

/** The strings with which an answer asks who somebody is, in French. */
export const frenchWhomWords: Said<typeof whomWords> = {
  question: (of) => (of === "self" ? "Lequel de ces noms est le vôtre ?" : `Qui est ${yours[of]} ?`),
  somebodyElse: "Quelqu’un d’autre",
  notNow: "Pas maintenant",
  find: "Chercher un nom",
  nobody: "Personne qui ait un nom ici",
  noneFound: "Aucun nom ne contient cela.",
  is: (name, of) =>
    of === "self" ? `Désormais, vous êtes ${name}.` : `Désormais, ${name} est ${yours[of]}.`,
  left: "Je ne le demanderai plus. C’est dans les réglages, sous « Personnes et animaux ».",
  settings: "Vers les réglages",
  undo: "Annuler",
};
