import type { Kinds } from "./agreement.ts";
import { type Commonness, isPlainWord, keyOfWord } from "./commonness.ts";
import type { WordNet } from "./read-wordnet.ts";
import type { WordRoles } from "./word-roles.ts";

/** A rarer word says nothing that a person would ask for. */
const leastCommonLemma = 1.5;
/** The parts of a compound have to be more common, because the compound is rarer than they are. */
const leastCommonCompound = 2.3;
/** Words that photos are searched for besides the word that was asked: rarer ones stand in no caption. */
const leastCommonKind = 2.3;
/** The same for the parts of a compound. */
const leastCommonCompoundKind = 3.3;

/** These show a person, whatever the model says; everybody who looks for people means them. */
const persons = "man woman child boy girl guy lady".split(" ");
const people = [...persons, "crowd", "couple", "family"];
/** "It is raining" shows rain: the verb of a phenomenon stands before most of its kinds. */
const agreementOfPhenomenon = 0.9;

/** Letters of a word: what it mostly is, then `v` and `a` if it can be a verb or adjective too, `c` concrete, `!` misleading, `p` a name. */
function codeOf(word: string, wordnet: WordNet, roles: WordRoles): string {
  const isCompound = keyOfWord(word).includes("_");
  const role = isCompound ? "n" : roles.roleOf(word);
  // WordNet files "ironing" first as the clothes that are ironed; in a picture it is an action.
  const isDoing = word.endsWith("ing") && wordnet.total(word, "n") === 0;
  return [
    role,
    role !== "v" && wordnet.has(word, "v") ? "v" : "",
    role !== "q" && wordnet.has(word, "a") ? "a" : "",
    !word.includes("_") && roles.isConcrete(word) && !isDoing ? "c" : "",
    word.includes("_") && roles.misleads(word) ? "!" : "",
    isName(word, wordnet) ? "p" : "",
  ].join("");
}

/** WordNet writes it with a capital in each of its senses: "Sidney". */
function isName(word: string, wordnet: WordNet): boolean {
  const senses = (["n", "v", "a"] as const).flatMap((pos) => wordnet.senses(word, pos));
  const spelled = senses.flatMap((key) =>
    wordnet.synset(key).words.filter((one) => one.toLowerCase() === word),
  );
  return spelled.length > 0 && spelled.every((one) => /^[A-Z]/.test(one));
}

/** The words that the lexicon knows, as it spells them, with their letters. */
export function lemmaCodes(
  wordnet: WordNet,
  roles: WordRoles,
  commonness: Commonness,
): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const nouns = wordnet.words.filter(([, pos]) => pos === "n");
  const others = wordnet.words.filter(([, pos]) => pos === "v" || pos === "a");
  for (const [word, pos] of [...nouns, ...others]) {
    if (!isPlainWord(word)) continue;
    // Plurals that the corpus never uses in a sense of their own are read as their singulars.
    const isPlural = word.endsWith("s") && wordnet.has(word.slice(0, -1), "n");
    if (pos === "n" && isPlural && wordnet.total(word, "n") === 0) continue;
    const isCompound = word.includes("_");
    if (isCompound && pos !== "n") continue;
    if (commonness.ofRarestPart(word) < (isCompound ? leastCommonCompound : leastCommonLemma)) continue;
    const key = keyOfWord(word);
    if (!codes.has(key)) codes.set(key, codeOf(word, wordnet, roles));
  }
  return codes;
}

/** Adds what neither WordNet nor the model says. */
export function completeKinds(kinds: Kinds, wordnet: WordNet): void {
  const of = (word: string) => kinds.get(word) ?? new Map<string, number>();
  const person = of("person");
  kinds.set("people", new Map([...of("people"), ...person, ...people.map((word) => [word, 1] as const)]));
  kinds.set("person", new Map([...person, ...persons.map((word) => [word, 1] as const)]));
  for (const [word, pos] of wordnet.words) {
    if (pos !== "n" || !wordnet.has(word, "v")) continue;
    const [first] = wordnet.senses(word, "n");
    if (first === undefined || wordnet.synset(first).field !== "noun.phenomenon") continue;
    const key = keyOfWord(word);
    kinds.set(key, new Map([...of(key), [`${key}~`, agreementOfPhenomenon]]));
  }
}

/** Lines of `lemma letters kind kind …`, the kinds that agree most first; the actions like a verb have a line `verb~`. */
export function lemmaLines(
  codes: ReadonlyMap<string, string>,
  kinds: Kinds,
  commonness: Commonness,
): string[] {
  const verbs = [...kinds.keys()].filter((key) => key.endsWith("~") && codes.has(key.slice(0, -1)));
  return [...codes.keys(), ...verbs].sort().map((lemma) => {
    const known = [...(kinds.get(lemma) ?? [])]
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .map(([word]) => word)
      .filter((word) => word !== lemma && isCommonKind(word, commonness));
    const have = new Set([lemma, ...known]);
    // A compound says no more than its last word, unless it misleads.
    const isSaid = (word: string) =>
      word.includes("_") &&
      have.has(word.slice(word.lastIndexOf("_") + 1)) &&
      !codes.get(word)?.includes("!");
    return [lemma, codes.get(lemma) ?? "v", ...known.filter((word) => !isSaid(word))].join(" ");
  });
}

function isCommonKind(word: string, commonness: Commonness): boolean {
  const least = word.includes("_") ? leastCommonCompoundKind : leastCommonKind;
  return commonness.ofRarestPart(word.replace("~", "")) >= least;
}
