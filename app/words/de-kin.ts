import { count } from "./de-counts.ts";
import type { kinWords } from "./en-kin.ts";
import type { Said } from "./language.ts";

/** The strings of the settings about who people and pets are, in German. */
export const germanKinWords: Said<typeof kinWords> = {
  title: "Menschen und Tiere",
  intro:
    "Sag, wer sie für dich sind, und Fragen finden sie danach: „meine Tochter“, „Oma“, „unser Hund“, „Mias dritter Geburtstag“, „als Ben fünf war“.",
  empty:
    "Noch nennt kein Foto einen Menschen. Namen kommen mit Fotos, die ein anderes Programm geordnet hat, oder du trägst sie selbst ein: ein Foto öffnen, dann „Personen hinzufügen“ in seinen Angaben.",
  list: "Wer wer ist",
  find: "Namen suchen",
  noneFound: "Das kommt in keinem Namen vor.",
  showAll: (n) => `Alle ${count(n)} zeigen`,
  relation: (name) => `Wer ${name} für dich ist`,
  unsaid: "Nicht gesagt",
  relations: {
    ...{ self: "Ich", partner: "Partner oder Partnerin", wife: "Ehefrau", husband: "Ehemann" },
    ...{ daughter: "Tochter", son: "Sohn", child: "Kind", mother: "Mutter", father: "Vater" },
    ...{ sister: "Schwester", brother: "Bruder", grandmother: "Großmutter", grandfather: "Großvater" },
    ...{ aunt: "Tante", uncle: "Onkel", cousin: "Cousin oder Cousine", friend: "Freund oder Freundin" },
    ...{ dog: "Hund", cat: "Katze", pet: "Anderes Haustier" },
  },
  more: "Geburtstag, Spitznamen",
  born: (day) => `geboren am ${day}`,
  birthday: "Geburtstag",
  nicknames: "Spitznamen",
  nicknamesHint: "Mit Kommas dazwischen",
  saved: "Gespeichert.",
  undo: "Rückgängig",
  undone: "Zurückgenommen.",
  left: "Antworten fragen nicht mehr, wer das ist:",
  askAgain: "Wieder fragen",
};
