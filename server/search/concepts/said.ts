import { documentTokens } from "../words.ts";
import { bounds, denials, hedges, seen } from "./denial.ts";

/** The most words that a denial or a supposition reaches. */
const reach = 7;
/** The prefix of a token that the caption only supposes. */
export const supposedPrefix = "maybe_";

type Stance = "said" | "supposed" | "denied";

/** A word of a text, in lower case, and whether it is said, denied or supposed. */
export interface SaidWord {
  word: string;
  stance: Stance;
  /** The kind of end that follows the word, if any. */
  ends: "sentence" | "clause" | null;
  /** True if a hyphen joins it to the next word. */
  isJoined: boolean;
}

/**
 * Returns the words of each sentence and how they are meant: "no people are visible" denies people, "possibly a wolf"
 * supposes one. "A couple of ducks" counts two of them; "a pair of scissors" counts nothing.
 */
export function sentencesOf(text: string): SaidWord[][] {
  return text
    .toLowerCase()
    .split(/(?<=[.;!?:])\s+|\n+/)
    .map((sentence) => stand(wordsOf(sentence)))
    .filter((words) => words.length > 0);
}

function wordsOf(sentence: string): SaidWord[] {
  const found = Array.from(sentence.matchAll(/([\p{L}\p{N}_][\p{L}\p{M}\p{N}_'’]*)([^\p{L}\p{N}_]*)/gu));
  return found.flatMap(([, written = "", after = ""], at): SaidWord[] => {
    const word = written.replace("’", "'").replace(/'s?$/, "");
    const isCounting = /^(couple|pair)$/.test(word) && found[at + 1]?.[1] === "of";
    const ends = /[,;:()–—]/.test(after) ? "clause" : null;
    if (isCounting && word === "pair") return [];
    const said = isCounting ? "two" : word;
    return [{ word: said, stance: "said", ends, isJoined: after === "-" }];
  });
}

function stand(words: SaidWord[]): SaidWord[] {
  for (const [at, { word }] of words.entries()) {
    // "not only" denies nothing, and a "no parking" sign shows just that.
    const isSign = word === "no" && /ing$/.test(words[at + 1]?.word ?? "");
    if (denials.has(word) && !isSign && words[at + 1]?.word !== "only") {
      if (seen.has(words[at + 1]?.word ?? "")) markBack(words, at);
      else mark(words, at, "denied");
    } else if (hedges.has(word)) mark(words, at, "supposed");
  }
  return words;
}

/** Marks the words to the right until the phrase ends; lists go on after commas, "or" and "and". */
function mark(words: SaidWord[], from: number, stance: Stance): void {
  for (let at = from + 1; at < words.length && at <= from + reach; at++) {
    const current = words[at];
    if (!current) return;
    // "not on a leash", "may be a dog": a bound right after the denial belongs to it.
    if (bounds.has(current.word) && at > from + 1) return;
    const ofList = stance === "denied" && /^(or|and|nor|any|other)$/.test(words[at + 1]?.word ?? "");
    current.stance = stance;
    if (current.ends === "clause" && !ofList && stance === "supposed") return;
  }
}

function markBack(words: SaidWord[], from: number): void {
  for (let at = from - 1; at >= 0 && at >= from - 4; at--) {
    const current = words[at];
    if (current?.ends === "clause") return;
    if (current) current.stance = "denied";
  }
}

/**
 * Returns the tokens of a caption for the index: those that it says, marked ones for those that it supposes, and none
 * for those that it denies.
 */
export function saidTokens(text: string): string {
  return sentencesOf(text)
    .flatMap((words) => runsOf(words))
    .flatMap(({ stance, text: run }) => {
      if (stance === "denied") return [];
      const tokens = documentTokens(run);
      return stance === "said" ? tokens : tokens.replace(/\S+/g, `${supposedPrefix}$&`);
    })
    .filter(Boolean)
    .join(" ");
}

/** Joins neighbouring words that are meant in the same way into one text. */
function runsOf(words: SaidWord[]): { stance: Stance; text: string }[] {
  const runs: { stance: Stance; text: string }[] = [];
  let between = ", ";
  for (const { word, stance, ends, isJoined } of words) {
    const last = runs.at(-1);
    if (last && last.stance === stance) last.text += between + word;
    else runs.push({ stance, text: word });
    between = ends !== null ? ", " : isJoined ? "-" : " ";
  }
  return runs;
}
