import { isPlainWord } from "./commonness.ts";
import type { WordNet } from "./read-wordnet.ts";
import type { WordRoles } from "./word-roles.ts";

/**
 * WordNet files "boy" beside "male child" and not below "child". Where a concrete noun shares its synset with a compound,
 * it is a kind of the compound's last word.
 */
export function kindsByCompound(wordnet: WordNet, roles: WordRoles): { head: string; word: string }[] {
  const pairs = new Map<string, { head: string; word: string }>();
  for (const [key, { words, field }] of wordnet.synsets) {
    if (!roles.isConcreteField(field)) continue;
    const singles = words.filter(
      (word) => !word.includes("_") && isPlainWord(word) && wordnet.rank(word, key) <= 1,
    );
    for (const compound of words.filter((word) => word.includes("_"))) {
      const head = compound.slice(compound.lastIndexOf("_") + 1).toLowerCase();
      // A hotdog is no dog, since a hot dog is none.
      const isWrittenTogether = (word: string) => word === compound.replaceAll("_", "").toLowerCase();
      for (const word of singles)
        if (word !== head && !isWrittenTogether(word)) pairs.set(`${head} ${word}`, { head, word });
    }
  }
  return [...pairs.values()];
}
