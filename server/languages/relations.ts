/** The relations that a person or a pet may have to the owner of a library. */
export const relationKinds = [
  ...(["self", "partner", "wife", "husband", "daughter", "son", "child"] as const),
  ...(["mother", "father", "sister", "brother", "grandmother", "grandfather"] as const),
  ...(["aunt", "uncle", "cousin", "friend", "dog", "cat", "pet"] as const),
] as const;
export type Relation = (typeof relationKinds)[number];

/** The relations of animals; "our dog" is a dog though nobody has said which. */
export const petRelations: readonly Relation[] = ["dog", "cat", "pet"];

/** Relations whose words also fit others: a wife is a partner too. */
const shared: readonly Relation[] = ["partner", "wife", "husband", "pet"];

/** Returns the relation of a single person that a word means; null if it means several, as "parents" does. */
export function oneRelation(relations: readonly Relation[]): Relation | null {
  if (relations.includes("child")) return "child";
  const [first = null, ...others] = relations;
  return first !== null && (others.length === 0 || shared.includes(first)) ? first : null;
}
