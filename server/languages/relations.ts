/** What a person or a pet may be to the owner of a library. */
export const relationKinds = [
  ...(["self", "partner", "wife", "husband", "daughter", "son", "child"] as const),
  ...(["mother", "father", "sister", "brother", "grandmother", "grandfather"] as const),
  ...(["aunt", "uncle", "cousin", "friend", "dog", "cat", "pet"] as const),
] as const;
export type Relation = (typeof relationKinds)[number];

/** The relations of animals; "our dog" is a dog though nobody has said which. */
export const petRelations: readonly Relation[] = ["dog", "cat", "pet"];

/** Relations that their words share with others: whoever is a wife is a partner. */
const shared: readonly Relation[] = ["partner", "wife", "husband", "pet"];

/** Returns what one person is who is meant by a word; null if it means several relations, as "parents" does. */
export function oneRelation(relations: readonly Relation[]): Relation | null {
  if (relations.includes("child")) return "child";
  const [first = null, ...others] = relations;
  return first !== null && (others.length === 0 || shared.includes(first)) ? first : null;
}
