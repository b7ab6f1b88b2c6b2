import type { Relation } from "#server/languages/relations.ts";

/** The relations that a person or a pet may have to the owner, in the order in which they are offered. */
export const relationChoices = [
  ...(["self", "partner", "wife", "husband", "daughter", "son", "child"] as const),
  ...(["mother", "father", "sister", "brother", "grandmother", "grandfather"] as const),
  ...(["aunt", "uncle", "cousin", "friend", "dog", "cat", "pet"] as const),
] satisfies Relation[];
