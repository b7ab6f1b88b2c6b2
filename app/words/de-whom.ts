import type { Relation } from "#server/languages/relations.ts";
import type { whomWords } from "./en-whom.ts";
import type { Said } from "./language.ts";

const yours: Record<Exclude<Relation, "self">, string> = {
  ...{ partner: "dein Partner oder deine Partnerin", wife: "deine Frau", husband: "dein Mann" },
  ...{ daughter: "deine Tochter", son: "dein Sohn", child: "dein Kind", mother: "deine Mutter" },
  ...{ father: "dein Vater", sister: "deine Schwester", brother: "dein Bruder" },
  ...{ grandmother: "deine Oma", grandfather: "dein Opa", aunt: "deine Tante", uncle: "dein Onkel" },
  ...{ cousin: "dein Cousin oder deine Cousine", friend: "dein Freund oder deine Freundin" },
  ...{ dog: "dein Hund", cat: "deine Katze", pet: "dein Haustier" },
};

/** The strings with which an answer asks who somebody is, in German. */
export const germanWhomWords: Said<typeof whomWords> = {
  question: (of) => (of === "self" ? "Wer davon bist du?" : `Wer ist ${yours[of]}?`),
  somebodyElse: "Jemand anderes",
  notNow: "Jetzt nicht",
  find: "Namen suchen",
  nobody: "Niemand, der hier einen Namen hat",
  noneFound: "Das kommt in keinem Namen vor.",
  is: (name, of) => (of === "self" ? `Von nun an bist du ${name}.` : `Von nun an ist ${name} ${yours[of]}.`),
  left: "Das frage ich nicht wieder. In den Einstellungen steht es unter „Menschen und Tiere“.",
  settings: "Zu den Einstellungen",
  undo: "Rückgängig",
};
