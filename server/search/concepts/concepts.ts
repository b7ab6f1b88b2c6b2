import { fold } from "../../engines/index/fold.ts";
import { type Lexicon, lexicon, type PictureRole } from "../lexicon/lexicon.ts";
import { documentTokens, isPraise, isStopWord, lemmaToken, modifierMark, unitsOf } from "../words.ts";

/** Something that a question looks for: a thing, perhaps with qualities, a place in the picture, what somebody does. */
export interface Concept {
  /** As it was written: "red bus". */
  words: string;
  /** With its article: "a red bus". */
  spoken: string;
  /** Tokens of the thing, its synonyms and its kinds: any of them says it. */
  tokens: string[];
  /** What must be said of the thing itself: for each quality its tokens. */
  qualities: string[][];
  /** False for what somebody does beside something else: it may be said in many ways, and only raises a photo. */
  demanded: boolean;
  /** The lexicon knows the word, so that a caption without it and its kinds does not show it. */
  isKnown: boolean;
}

/** Nouns that only bind: what is in front of a church is a church. */
const binding = new Set(
  `front back side top bottom middle center centre edge background foreground view close-up closeup shot view kind type sort
  lot lots bunch number piece pieces group set thing things something anything someone somebody anyone anybody everyone way next together out up down off away no not only just will would should must shall may might
  first last second third best most
  part bit one ones time two three four five six seven eight nine ten some many few several other others same more`.split(
    /\s+/,
  ),
);

interface Part {
  words: string;
  /** The article before it. */
  article: string;
  lemma: string | null;
  role: "thing" | "quality" | "action";
  /** The word is of another language than the lexicon: a caption or a file name may say it as it was written. */
  isForeign?: boolean;
}

/** The concepts of the words of a question, in their order. `language`: of the question. */
export function conceptsOf(text: string, language: string): Concept[] {
  const known = lexicon();
  const concepts: Concept[] = [];
  let qualities: Part[] = [];
  let last: { concept: Concept; at: number } | null = null;
  const close = () => {
    // "something red", "the yellow ones": a quality of nothing named is looked for by itself.
    for (const quality of qualities) concepts.push(conceptOf(quality, [], known));
    qualities = [];
  };
  const parts = partsOf(text, known, language);
  for (const [at, part] of parts.entries()) {
    if (part === null) continue;
    if (part.role === "quality") {
      const copula = parts.slice((last?.at ?? at) + 1, at);
      const isSaidOf =
        last !== null && qualities.length === 0 && copula.length > 0 && copula.every((each) => each === null);
      const nextIsThing = parts[at + 1]?.role === "thing" || parts[at + 1]?.role === "quality";
      if (isSaidOf && last && !nextIsThing) {
        last.concept.qualities.push(tokensOf(part, known));
        last.concept.words += ` ${part.words}`;
        last.concept.spoken += ` ${part.words}`;
      } else qualities.push(part);
      continue;
    }
    if (part.role === "action" && !(isBare(part) && parts[at + 1]?.role === "thing")) {
      concepts.push(conceptOf(part, [], known));
      continue;
    }
    if (part.role === "action") {
      // "stop sign", "swim suit": the verb says which sign, not what it does.
      qualities.push(part);
      continue;
    }
    const concept = conceptOf(part, qualities, known);
    qualities = [];
    // "iron bridge": the iron may be said of the bridge.
    if (parts[at + 1]?.role === "thing")
      concept.tokens.push(...concept.tokens.map((token) => token + modifierMark));
    concepts.push(concept);
    last = { concept, at };
  }
  close();
  const hasThing = concepts.some(({ demanded }) => demanded);
  return hasThing ? concepts : concepts.map((concept) => ({ ...concept, demanded: true }));
}

const isBare = ({ words, lemma }: Part): boolean => fold(words) === lemma && !/ing$/.test(words);

/** The words one by one; null for one that only binds. */
function partsOf(text: string, known: Lexicon, language: string): (Part | null)[] {
  // A picture of a thing says it in every language.
  return text.split(/(\p{Extended_Pictographic})/u).flatMap((piece, at): (Part | null)[] => {
    if (at % 2 === 0) return partsOfWords(piece, known, language);
    const [thing] = known.inEnglish("", piece);
    return [{ words: piece, article: "", lemma: thing ?? null, role: "thing", isForeign: true }];
  });
}

function partsOfWords(text: string, known: Lexicon, language: string): (Part | null)[] {
  const units = unitsOf(text);
  return units.map(({ word, compound }, at) => {
    const before = units[at - 1]?.word ?? "";
    const part =
      compound !== null && language === "en"
        ? { words: word, lemma: compound, role: "thing" as const }
        : partOf(word, known, language);
    return part && { ...part, article: articles.has(before.toLowerCase()) ? before : "" };
  });
}

/** The languages whose words the lexicon leads to English ones. */
const bridged = ["de", "es", "fr", "it", "pt", "nl"];

const articles = new Set("a an the ein eine einen einem einer der die das den".split(" "));

function partOf(written: string, known: Lexicon, language: string): Omit<Part, "article"> | null {
  const word = fold(written);
  if (isStopWord(written) || isPraise(written) || (language === "en" && binding.has(word))) return null;
  if (language !== "en") {
    const [translated] = known.inEnglish(word, language);
    const lemma = translated === undefined ? null : known.lemmaOf(translated);
    return {
      words: written,
      lemma,
      role: lemma === null ? "thing" : pictured(known.roleOf(lemma)),
      isForeign: true,
    };
  }
  const lemma = known.lemmaOf(word);
  const verb = known.verbOf(word);
  // A building is no action, but what is holding a cat holds it, whatever else "holding" may be.
  if (/ing$/.test(word) && verb !== null && !(lemma !== null && known.isConcrete(lemma)))
    return { words: written, lemma: lemma ?? verb, role: "action" };
  if (lemma !== null) {
    const role = known.roleOf(lemma);
    return role === "binding" ? null : { words: written, lemma, role };
  }
  if (verb !== null) return { words: written, lemma: verb, role: "action" };
  // Nobody says in which language they ask: what is no English word may be one of another language.
  const translated = bridged.flatMap((each) => known.inEnglish(word, each))[0];
  const foreign = translated === undefined ? null : known.lemmaOf(translated);
  return {
    words: written,
    lemma: foreign,
    role: foreign === null ? "thing" : pictured(known.roleOf(foreign)),
    isForeign: true,
  };
}

const pictured = (role: PictureRole): Part["role"] => (role === "binding" ? "thing" : role);

function conceptOf(part: Part, qualities: Part[], known: Lexicon): Concept {
  return {
    words: [...qualities, part].map(({ words }) => words).join(" "),
    spoken: [qualities[0]?.article ?? part.article, ...[...qualities, part].map(({ words }) => words)]
      .filter(Boolean)
      .join(" "),
    tokens: tokensOf(part, known),
    qualities: qualities.map((quality) => tokensOf(quality, known)),
    demanded: part.role !== "action",
    isKnown: part.lemma !== null,
  };
}

/** What a document holds where it says the word, in any of its forms, a synonym of it or a kind. */
function tokensOf({ words, lemma, role, isForeign }: Part, known: Lexicon): string[] {
  const verb = role === "action" ? known.verbOf(fold(words)) : null;
  const own = lemma === null ? [] : [lemma, ...known.kindsOf(lemma)];
  const done = verb === null ? [] : [`${verb}~`, ...known.kindsOf(`${verb}~`)];
  const names = [...own, ...done].flatMap((name) => {
    const token = lemmaToken(name);
    // "grassy" says grass, and stands before the hill.
    return role === "thing" && known.roleOf(name) !== "quality" ? [token] : [token, token + modifierMark];
  });
  const written = isForeign || lemma === null ? documentTokens(words).split(" ") : [];
  return [...new Set([...written, ...names])];
}
