import type { Candidate } from "./candidate-pairs.ts";
import { type Commonness, keyOfWord } from "./commonness.ts";
import type { WordNet } from "./read-wordnet.ts";
import type { WordRoles } from "./word-roles.ts";

/** From here on the model alone says that two words belong together: "bird" and "penguin" reach it just so. */
const agreeing = 0.55;
/** Synonyms in the first senses are related already; the model only has to refuse those that are used differently. */
const agreeingSynonym = 0.4;
/** Adjectives that WordNet calls similar say nearly the same already, so the model may agree a little less. */
const agreeingQuality = 0.5;
/** A noun that is as much an adjective has to agree more, because people may mean the adjective. */
const agreeingDespiteQuality = 0.6;
/** A synonym that is much more common than its compound mostly means something else, so it has to agree much more. */
const agreeingCommonSynonym = 0.75;
/** A word that is five times as common as the compound's rarest part is much more common. */
const muchMoreCommon = 0.7;
/** That a word is a kind of the last word of its compound is our guess and not WordNet's, so it has to agree more. */
const agreeingByCompound = 0.6;

/** In a sense with a smaller share of its uses a word finds other things: most "phones" are not earphones. */
const possibleShare = 0.25;
/** A word means the kind above all if its first sense has this share of its uses. */
const dominantShare = 0.4;
/** There the model only has to refuse nonsense: a corgi is a dog, though the two words score only .37. */
const agreeingDominant = 0.3;
/** The corpus hardly counted the word, so its second sense is as possible as its first. */
const hardlyCounted = 1;

/** A word is as much an adjective if the adjective has at least this share of the noun's uses. */
const qualityOverNoun = 1 / 3;

/** Only of doings and persons do derived words show the same: "skiing" and "ski", "painter" and "paint". */
const doings = new Set(["noun.act", "noun.person"]);

const isAction = (candidate: Candidate) =>
  candidate.relation === "similar action" || candidate.relation === "derived action";

/** Says what of WordNet's pairs the lexicon keeps, given how much the model agrees with them. */
function acceptance(wordnet: WordNet, roles: WordRoles, commonness: Commonness) {
  /** A noun that mostly means a thing, and mostly the thing that is meant. */
  function isThing(candidate: Candidate, agreement: number): boolean {
    const { word, rank, share } = candidate;
    const isPossible = rank === 0 || share >= possibleShare;
    if (!isPossible && !(rank === 1 && wordnet.total(word, "n") <= hardlyCounted)) return false;
    if (word.includes("_")) return true;
    const role = roles.roleOf(word);
    if (role === "q" || role === "r" || (role === "v" && !roles.isConcrete(word))) return false;
    const isQuality =
      wordnet.has(word, "a") && wordnet.total(word, "a") >= qualityOverNoun * wordnet.total(word, "n");
    return !isQuality || agreement >= agreeingDespiteQuality;
  }

  function acceptsSynonym(head: string, candidate: Candidate, agreement: number): boolean {
    const { word, ofFirstSense } = candidate;
    const isMoreCommon =
      head.includes("_") &&
      !word.includes("_") &&
      commonness.of(word) > commonness.ofRarestPart(head) + muchMoreCommon;
    if (isMoreCommon) return agreement >= agreeingCommonSynonym;
    return agreement >= (ofFirstSense ? agreeingSynonym : agreeing);
  }

  return function accepts(head: string, candidate: Candidate, agreement: number): boolean {
    const { relation, ofFirstSense, rank, share } = candidate;
    const agrees = agreement >= agreeing;
    switch (relation) {
      case "similar quality":
        return ofFirstSense && agreement >= agreeingQuality;
      case "similar action":
        return agrees;
      case "derived thing":
      case "derived action": {
        const [first] = wordnet.senses(head, "n");
        return agrees && rank === 0 && first !== undefined && doings.has(wordnet.synset(first).field);
      }
      case "derived quality":
        return agrees && ofFirstSense && rank === 0;
      case "synonym":
        return isThing(candidate, agreement) && acceptsSynonym(head, candidate, agreement);
      case "kind":
      case "member": {
        const isDominant = ofFirstSense && rank === 0 && share >= dominantShare;
        return isThing(candidate, agreement) && (agrees || (isDominant && agreement >= agreeingDominant));
      }
    }
  };
}

/** Words that belong to a head, with their agreement; spelled as in the lexicon, verbs with `~` (heads as well). */
export type Kinds = Map<string, Map<string, number>>;

export interface Pairs {
  candidates: Map<string, Candidate[]>;
  byCompound: { head: string; word: string }[];
}

/** `agreementOf` is the model's: the cosine of two words. */
export function agreedKinds(
  pairs: Pairs,
  agreementOf: (one: string, other: string) => number,
  wordnet: WordNet,
  roles: WordRoles,
  commonness: Commonness,
): Kinds {
  const accepts = acceptance(wordnet, roles, commonness);
  const kinds: Kinds = new Map();
  const add = (head: string, word: string, agreement: number) => {
    const known = kinds.get(keyOfWord(head)) ?? new Map<string, number>();
    const key = keyOfWord(word);
    known.set(key, Math.max(agreement, known.get(key) ?? 0));
    kinds.set(keyOfWord(head), known);
  };

  const synonyms = new Map<string, string[]>();
  for (const [head, candidates] of pairs.candidates) {
    const accepted = candidates.filter(
      (one) =>
        one.relation === "synonym" && one.ofFirstSense && accepts(head, one, agreementOf(head, one.word)),
    );
    if (accepted.length > 0)
      synonyms.set(
        head,
        accepted.map(({ word }) => word),
      );
  }
  const synonymsOf = (head: string) => synonyms.get(head) ?? [];

  const related = new Map(
    [...pairs.candidates].map(([head, candidates]) => [head, new Set(candidates.map(({ word }) => word))]),
  );
  for (const [head, candidates] of pairs.candidates) {
    for (const candidate of candidates) {
      const { word, relation, ofFirstSense } = candidate;
      // A word that agrees with a synonym of the head agrees with the head.
      const lends = ofFirstSense && (relation === "kind" || relation === "member");
      const lenders = lends ? synonymsOf(head).filter((synonym) => related.get(synonym)?.has(word)) : [];
      const agreement = Math.max(...[head, ...lenders].map((one) => agreementOf(one, word)));
      if (!accepts(head, candidate, agreement)) continue;
      // A noun that is spelled like a verb must not find words that are only like the verb.
      const key = relation === "similar action" ? `${head}~` : head;
      add(key, isAction(candidate) ? `${word}~` : word, agreement);
    }
  }

  for (const { head, word } of pairs.byCompound) {
    const agreement = Math.max(...[head, ...synonymsOf(head)].map((one) => agreementOf(one, word)));
    if (agreement < agreeingByCompound) continue;
    const sharing = [...synonyms].filter(([, words]) => words.includes(head)).map(([one]) => one);
    for (const one of [head, ...synonymsOf(head), ...sharing]) if (one !== word) add(one, word, agreement);
  }
  return kinds;
}
