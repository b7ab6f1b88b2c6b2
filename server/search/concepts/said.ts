import { documentTokens } from "../words.ts";
import { bounds, denials, hedges, seen } from "./denial.ts";

/** A denial or a supposition holds for so many words at most. */
const reach = 7;
/** Before a token that the caption only supposes. */
export const supposedPrefix = "maybe_";

type Standing = "said" | "supposed" | "denied";

/** A word of a text, in lower case, and how it stands there. */
export interface SaidWord {
  word: string;
  standing: Standing;
  /** Behind it the sentence or the clause ends. */
  ends: "sentence" | "clause" | null;
  /** A hyphen joins it to the next word. */
  isJoined: boolean;
}

/**
 * The words of a caption and how they stand: "no people are visible" denies people, "possibly a wolf" supposes one.
 * A sentence is a list; "a couple of ducks" says two of them, and "a pair of scissors" says no pair.
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
    return [{ word: said, standing: "said", ends, isJoined: after === "-" }];
  });
}

function stand(words: SaidWord[]): SaidWord[] {
  for (const [at, { word }] of words.entries()) {
    // "not only" denies nothing, and a no parking sign shows just that.
    const isSign = word === "no" && /ing$/.test(words[at + 1]?.word ?? "");
    if (denials.has(word) && !isSign && words[at + 1]?.word !== "only") {
      if (seen.has(words[at + 1]?.word ?? "")) markBack(words, at);
      else mark(words, at, "denied");
    } else if (hedges.has(word)) mark(words, at, "supposed");
  }
  return words;
}

/** To the right until the phrase ends: lists go on over commas, "or" and "and". */
function mark(words: SaidWord[], from: number, standing: Standing): void {
  for (let at = from + 1; at < words.length && at <= from + reach; at++) {
    const current = words[at];
    if (!current) return;
    // "not on a leash", "may be a dog": the bound belongs to the denial itself.
    if (bounds.has(current.word) && at > from + 1) return;
    const ofList = standing === "denied" && /^(or|and|nor|any|other)$/.test(words[at + 1]?.word ?? "");
    current.standing = standing;
    if (current.ends === "clause" && !ofList && standing === "supposed") return;
  }
}

function markBack(words: SaidWord[], from: number): void {
  for (let at = from - 1; at >= 0 && at >= from - 4; at--) {
    const current = words[at];
    if (current?.ends === "clause") return;
    if (current) current.standing = "denied";
  }
}

/** What the index holds of a caption: tokens of what it says, marked ones of what it supposes, none of what it denies. */
export function saidTokens(text: string): string {
  return sentencesOf(text)
    .flatMap((words) => runsOf(words))
    .flatMap(({ standing, text: run }) => {
      if (standing === "denied") return [];
      const tokens = documentTokens(run);
      return standing === "said" ? tokens : tokens.replace(/\S+/g, `${supposedPrefix}$&`);
    })
    .filter(Boolean)
    .join(" ");
}

/** Neighbours that stand alike, as one text. */
function runsOf(words: SaidWord[]): { standing: Standing; text: string }[] {
  const runs: { standing: Standing; text: string }[] = [];
  let between = ", ";
  for (const { word, standing, ends, isJoined } of words) {
    const last = runs.at(-1);
    if (last && last.standing === standing) last.text += between + word;
    else runs.push({ standing, text: word });
    between = ends !== null ? ", " : isJoined ? "-" : " ";
  }
  return runs;
}
