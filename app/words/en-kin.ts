import type { Relation } from "#server/languages/relations.ts";
import { count } from "./counts.ts";

/** The strings of the settings about who people and pets are, in English. */
export const kinWords = {
  title: "People and pets",
  intro:
    "Say who they are to you, and questions find them by it: “my daughter”, “grandma”, “our dog”, “Mia’s third birthday”, “when Ben was five”.",
  empty:
    "No photo names a person yet. Names come with photos that another program has sorted, or you add them yourself: open a photo, and then “Add people” in its details.",
  list: "Who is who",
  find: "Search names",
  noneFound: "No name has this in it.",
  showAll: (n: number) => `Show all ${count(n)}`,
  relation: (name: string) => `Who ${name} is to you`,
  unsaid: "Not said",
  relations: {
    ...{ self: "Me", partner: "Partner", wife: "Wife", husband: "Husband" },
    ...{ daughter: "Daughter", son: "Son", child: "Child", mother: "Mother", father: "Father" },
    ...{ sister: "Sister", brother: "Brother", grandmother: "Grandmother", grandfather: "Grandfather" },
    ...{ aunt: "Aunt", uncle: "Uncle", cousin: "Cousin", friend: "Friend" },
    ...{ dog: "Dog", cat: "Cat", pet: "Another pet" },
  } satisfies Record<Relation, string>,
  more: "Birthday, nicknames",
  born: (day: string) => `born ${day}`,
  birthday: "Birthday",
  nicknames: "Nicknames",
  nicknamesHint: "With commas between them",
  saved: "Saved.",
  undo: "Undo",
  undone: "Taken back.",
  left: "Answers no longer ask who this is:",
  askAgain: "Ask again",
};
