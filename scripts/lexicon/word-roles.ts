import type { PartOfSpeech, WordNet } from "./read-wordnet.ts";

/** Fields of nouns for things that can be touched. */
const concreteFields = new Set(
  "animal artifact body food object person plant group location substance"
    .split(" ")
    .map((name) => `noun.${name}`),
);

/** A sense with this share of a noun's uses is not a rare one: "glass" is a thing as well as a material. */
const usualShare = 0.25;
/** Senses after the third are too far-fetched to make a noun concrete. */
const sensesThatCount = 3;
/** A concrete noun is a thing and not a quality if it has this share of the quality's uses. */
const thingDespiteQuality = 0.5;
/** A word is an action and not a thing if it is a verb more than twice as often: nouns are what pictures show. */
const verbOverNoun = 2;

/** `n` is a thing, `q` a quality, `v` an action, `r` an adverb. */
export type RoleLetter = "n" | "q" | "v" | "r";

export interface WordRoles {
  roleOf(word: string): RoleLetter;
  isConcrete(noun: string): boolean;
  isConcreteField(field: string): boolean;
  /** A compound that does not lie below its last word in WordNet: "hot dog". */
  misleads(compound: string): boolean;
}

/** Says what English words mostly are, by how often WordNet's corpus uses them as what. */
export function wordRoles(wordnet: WordNet): WordRoles {
  function isConcrete(noun: string): boolean {
    const [first, ...others] = wordnet.senses(noun, "n").slice(0, sensesThatCount);
    if (first === undefined) return false;
    const isUsual = (key: string) =>
      wordnet.count(noun, key) >= usualShare * Math.max(1, wordnet.total(noun, "n"));
    return [first, ...others.filter(isUsual)].some((key) => concreteFields.has(wordnet.synset(key).field));
  }

  function roleOf(word: string): RoleLetter {
    const use = (pos: PartOfSpeech) => ({ is: wordnet.has(word, pos), uses: wordnet.total(word, pos) });
    const [noun, verb, adjective, adverb] = [use("n"), use("v"), use("a"), use("r")];
    const others = Math.max(noun.uses, verb.uses, adjective.uses);
    if (adverb.uses > others) return "r";
    if (adverb.is && others === 0 && !noun.is && !verb.is) return "r";
    const moreQuality = adjective.uses >= verb.uses && (!noun.is || adjective.uses >= noun.uses);
    const isThing = isConcrete(word) && noun.uses >= thingDespiteQuality * adjective.uses;
    if (adjective.is && moreQuality && !isThing) return "q";
    if (verb.is && (!noun.is || (verb.uses > verbOverNoun * noun.uses && !isConcrete(word)))) return "v";
    return noun.is ? "n" : "q";
  }

  function isBelow(synset: string, above: Set<string>): boolean {
    const parents = wordnet.synset(synset).pointers.filter(({ symbol }) => symbol === "@" || symbol === "@i");
    return parents.some(({ target }) => above.has(target) || isBelow(target, above));
  }

  return {
    roleOf,
    isConcrete,
    isConcreteField: (field) => concreteFields.has(field),
    misleads(compound) {
      const last = wordnet.senses(compound.slice(compound.lastIndexOf("_") + 1), "n");
      const first = wordnet.senses(compound, "n")[0];
      if (first === undefined || last.length === 0) return false;
      return (
        concreteFields.has(wordnet.synset(first).field) &&
        !last.includes(first) &&
        !isBelow(first, new Set(last))
      );
    },
  };
}
