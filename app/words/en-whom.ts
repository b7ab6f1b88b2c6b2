import type { Relation } from "#server/languages/relations.ts";

const yours: Record<Exclude<Relation, "self">, string> = {
  ...{ partner: "partner", wife: "wife", husband: "husband", daughter: "daughter", son: "son" },
  ...{ child: "child", mother: "mother", father: "father", sister: "sister", brother: "brother" },
  ...{ grandmother: "grandmother", grandfather: "grandfather", aunt: "aunt", uncle: "uncle" },
  ...{ cousin: "cousin", friend: "friend", dog: "dog", cat: "cat", pet: "pet" },
};

/** The strings with which an answer asks who somebody is, in English. */
export const whomWords = {
  question: (of: Relation) => (of === "self" ? "Which of them are you?" : `Who is your ${yours[of]}?`),
  somebodyElse: "Somebody else",
  notNow: "Not now",
  find: "Search names",
  nobody: "Nobody with a name here",
  noneFound: "No name has this in it.",
  is: (name: string, of: Relation) =>
    of === "self" ? `You are ${name}, from now on.` : `${name} is your ${yours[of]}, from now on.`,
  left: "I will not ask this again. The settings have it under “People and pets”.",
  settings: "To the settings",
  undo: "Undo",
};
