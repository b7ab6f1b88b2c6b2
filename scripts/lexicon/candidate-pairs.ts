import { type Commonness, isPlainWord } from "./commonness.ts";
import { partOf, type WordNet } from "./read-wordnet.ts";

export type Relation =
  | "synonym"
  | "kind"
  | "member"
  | "similar quality"
  | "similar action"
  | "derived thing"
  | "derived action"
  | "derived quality";

/** A word that WordNet relates to another one; a person who looks for the head may want to see it. */
export interface Candidate {
  word: string;
  relation: Relation;
  /** It belongs to the first sense of the head. */
  ofFirstSense: boolean;
  /** Place of the meant sense among the senses of the word, from 0. */
  rank: number;
  /** Share of the word's uses that have the meant sense. */
  share: number;
}

/** People mean one of the first two senses; later ones bring in kinds that nobody thinks of. */
const sensesOfHead = 2;
/** A word below this is too rare for a question: it says nothing about pictures that people take. */
const leastCommonWord = 2;
/** The parts of a compound have to be more common, because the compound is rarer than they are. */
const leastCommonCompound = 3;
/** Senses after the third are far-fetched … */
const farRank = 2;
/** … unless they have this share of the word's uses. */
const leastShareOfFarSense = 0.2;

/** Fields of nouns that a photo can show; feelings, thoughts, motives, quantities, relations and processes are left out. */
const showableFields = new Set(
  (
    "Tops act animal artifact body communication event food group location object person phenomenon plant " +
    "possession shape substance time attribute state"
  )
    .split(" ")
    .map((name) => `noun.${name}`),
);

/** A noun and its adjective ("fog" and "foggy") begin with the same letters. */
const stem = 3;

/** "Snowy" is full of snow; other adjectives of a noun ("national" of "nation") say what it belongs to. */
function isFullOf(noun: string, quality: string): boolean {
  return quality.endsWith("y") && quality.startsWith(noun.slice(0, stem));
}

const derived: Record<string, Relation> = { n: "derived thing", v: "derived action", a: "derived quality" };

/** For every word that is common enough, the words that WordNet relates to it. */
export function candidatePairs(wordnet: WordNet, commonness: Commonness): Map<string, Candidate[]> {
  const isShowable = (key: string) => showableFields.has(wordnet.synset(key).field);
  const usable = new Map<string, boolean>();
  let knownYoung: Map<string, string[]> | undefined;

  function isUsable(word: string): boolean {
    let known = usable.get(word);
    if (known === undefined) {
      const least = word.includes("_") ? leastCommonCompound : leastCommonWord;
      known = isPlainWord(word) && commonness.ofRarestPart(word) >= least;
      usable.set(word, known);
    }
    return known;
  }

  function candidate(word: string, key: string, relation: Relation, sense: number): Candidate {
    const [rank, share] = [wordnet.rank(word, key), wordnet.share(word, key)];
    return { word, relation, ofFirstSense: sense === 0, rank, share };
  }

  function targets(key: string, symbol: string): string[] {
    return wordnet
      .synset(key)
      .pointers.flatMap((pointer) => (pointer.symbol === symbol ? pointer.target : []));
  }

  /** The synset and all below it, nearest first, with their depth. */
  function below(key: string): Map<string, number> {
    const depths = new Map([[key, 0]]);
    for (const [at, depth] of depths) {
      for (const target of targets(at, "~")) if (!depths.has(target)) depths.set(target, depth + 1);
    }
    return depths;
  }

  /** If a word is there in several senses, its most usual one counts, then the nearest. */
  function mostUsual(found: (Candidate & { depth: number })[]): Candidate[] {
    const best = new Map<string, Candidate & { depth: number }>();
    for (const one of found) {
      const known = best.get(one.word);
      const isBetter =
        !known || one.rank < known.rank || (one.rank === known.rank && one.depth < known.depth);
      if (isBetter) best.set(one.word, one);
    }
    return [...best.values()];
  }

  function allBelow(start: string, relation: (depth: number) => Relation, sense: number) {
    return [...below(start)]
      .filter(([key]) => isShowable(key))
      .flatMap(([key, depth]) => words([key], relation(depth), sense).map((one) => ({ ...one, depth })));
  }

  function synonymsAndKinds(head: string): Candidate[] {
    const found = headSenses(head, "n")
      .filter(([, key]) => isShowable(key))
      .flatMap(([sense, key]) => allBelow(key, (depth) => (depth === 0 ? "synonym" : "kind"), sense));
    const isFar = ({ rank, share }: Candidate) => rank > farRank && share < leastShareOfFarSense;
    // A compound that ends in the head is found by the head itself; one that begins with it is something else, and is no
    // kind of it: a submarine sandwich. "Of" turns that round: a rack of lamb.
    const isNoKind = (word: string) =>
      word.endsWith(`_${head}`) || (word.startsWith(`${head}_`) && !word.startsWith(`${head}_of_`));
    return mostUsual(found).filter((one) => !isFar(one) && !isNoKind(one.word));
  }

  /** WordNet files a kitten below "young mammal" and not below "cat"; its gloss says "young domestic cat". */
  function young(head: string): Candidate[] {
    return headSenses(head, "n").flatMap(([sense, key]) =>
      (youngOf().get(key) ?? []).flatMap((kind) => words([kind], "kind", sense)),
    );
  }

  /** For each animal its young, read from the glosses. */
  function youngOf(): Map<string, string[]> {
    if (knownYoung) return knownYoung;
    knownYoung = new Map();
    for (const [key, { gloss, field }] of wordnet.synsets) {
      if (field !== "noun.animal") continue;
      const [, said = ""] = /^(?:an? |the )?young (?:of )?([a-z ]+)/.exec(gloss) ?? [];
      const animals = said.split(" ").flatMap((word) => wordnet.senses(word, "n").slice(0, 1));
      const animal = animals.find((sense) => wordnet.synset(sense).field === "noun.animal");
      if (animal !== undefined) knownYoung.set(animal, [...(knownYoung.get(animal) ?? []), key]);
    }
    return knownYoung;
  }

  function members(head: string): Candidate[] {
    const found = headSenses(head, "n").flatMap(([sense, key]) =>
      targets(key, "%m").flatMap((member) => allBelow(member, () => "member", sense)),
    );
    return mostUsual(found);
  }

  function headSenses(head: string, pos: "n" | "v" | "a"): [place: number, synset: string][] {
    return [...wordnet.senses(head, pos).slice(0, sensesOfHead).entries()];
  }

  function words(keys: string[], relation: Relation, sense: number): Candidate[] {
    return keys.flatMap((key) =>
      wordnet
        .synset(key)
        .words.filter(isUsable)
        .map((word) => candidate(word, key, relation, sense)),
    );
  }

  /** Nouns and verbs made from the head ("rider" and "ride"), and adjectives from a noun ("snowy" from "snow"). */
  function derivations(head: string, key: string, sense: number): Candidate[] {
    const synset = wordnet.synset(key);
    return synset.pointers.flatMap(({ symbol, target, from, to }) => {
      const relation = derived[partOf(target)];
      if (symbol !== "+" || !relation || synset.words[from - 1]?.toLowerCase() !== head) return [];
      const word = wordnet.synset(target).words[to - 1];
      if (word === undefined || !isUsable(word)) return [];
      const isRefused = relation === "derived quality" && !(partOf(key) === "n" && isFullOf(head, word));
      return isRefused ? [] : candidate(word, target, relation, sense);
    });
  }

  function related(head: string): Candidate[] {
    return [
      ...synonymsAndKinds(head),
      ...young(head),
      ...members(head),
      ...headSenses(head, "n").flatMap(([sense, key]) => derivations(head, key, sense)),
      ...headSenses(head, "v").flatMap(([sense, key]) =>
        words([key, ...targets(key, "~")], "similar action", sense),
      ),
      ...headSenses(head, "v").flatMap(([sense, key]) => derivations(head, key, sense)),
      ...headSenses(head, "a").flatMap(([sense, key]) =>
        words([key, ...targets(key, "&")], "similar quality", sense),
      ),
    ];
  }

  const pairs = new Map<string, Map<string, Candidate>>();
  for (const [head] of wordnet.words) {
    if (pairs.has(head) || !isUsable(head)) continue;
    const found = new Map<string, Candidate>();
    for (const one of related(head)) {
      if (one.word !== head && !found.has(one.word)) found.set(one.word, one);
    }
    pairs.set(head, found);
  }
  addSecondDerivations(pairs);
  return new Map([...pairs].map(([head, found]) => [head, [...found.values()]]));
}

/** "Skiing" comes from the verb "ski", and so does "skier": what was derived twice belongs to the head as well. */
function addSecondDerivations(pairs: Map<string, Map<string, Candidate>>): void {
  const derivations = new Map<string, Candidate[]>();
  for (const [head, found] of pairs) {
    const all = [...found.values()];
    derivations.set(
      head,
      all.filter(({ relation }) => relation === "derived thing" || relation === "derived action"),
    );
  }
  for (const [head, found] of pairs) {
    for (const first of derivations.get(head) ?? []) {
      for (const second of derivations.get(first.word) ?? []) {
        if (second.word === head || found.has(second.word)) continue;
        found.set(second.word, { ...second, ofFirstSense: first.ofFirstSense });
      }
    }
  }
}
