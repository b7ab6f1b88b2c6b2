/** What a person or a pet may be to the owner of a library. */
export const relationKinds = [
  ...(["self", "partner", "wife", "husband", "daughter", "son", "child"] as const),
  ...(["mother", "father", "sister", "brother", "grandmother", "grandfather"] as const),
  ...(["aunt", "uncle", "cousin", "friend", "dog", "cat", "pet"] as const),
] as const;
export type Relation = (typeof relationKinds)[number];

/** The relations of animals; "our dog" is a dog though nobody has said which. */
export const petRelations: readonly Relation[] = ["dog", "cat", "pet"];
