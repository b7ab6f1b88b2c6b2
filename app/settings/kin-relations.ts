import type { Relation } from "#server/languages/relations.ts";

/** What a person or a pet may be, in the order in which it is offered. */
export const relationChoices = [
  ...(["self", "partner", "wife", "husband", "daughter", "son", "child"] as const),
  ...(["mother", "father", "sister", "brother", "grandmother", "grandfather"] as const),
  ...(["aunt", "uncle", "cousin", "friend", "dog", "cat", "pet"] as const),
] satisfies Relation[];
