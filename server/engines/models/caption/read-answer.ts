import { prompts } from "./prompts.ts";
import { describingOnly, wordsOf } from "./sentences.ts";
import { hasThinking, steps } from "./unwrap.ts";

export type Flaw = "empty" | "thinking" | "refusal" | "echo" | "loop";

export interface AnswerReading {
  /** The caption in plain sentences. It can be used only if there is no flaw. */
  text: string;
  flaw: Flaw | null;
}

/**
 * Reads the caption out of a model's answer. `cut` means that the answer reached its longest, so everything
 * after the last whole sentence is removed.
 */
export function readAnswer(answer: string, cut: boolean): AnswerReading {
  const unwrapped = steps.reduce((text, step) => step(text), answer);
  const whole = cut ? (/^.*(?:[.!?](?=\s|$)|[。！？])/u.exec(unwrapped)?.[0] ?? unwrapped) : unwrapped;
  if (!/\p{L}/u.test(whole) && hasThinking(answer)) return { text: "", flaw: "thinking" };
  if (isLoop(whole)) return { text: whole, flaw: "loop" };
  const { text, flaw } = describingOnly(whole, prompts);
  return { text, flaw: flaw ?? (saysEnough(text) ? null : "empty") };
}

/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const fewestLetters = 4;
const fewestWords = 2;
/** The share of letters among all signs but spaces. Numbers and signs alone describe nothing. */
const leastShareOfLetters = 0.4;

function saysEnough(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const signs = text.replace(/\s/gu, "").length;
  const words =
    wordsOf(text).filter((word) => /\p{L}/u.test(word)).length + (text.match(unspaced)?.length ?? 0);
  return letters >= fewestLetters && words >= fewestWords && letters >= signs * leastShareOfLetters;
}

function isLoop(text: string): boolean {
  const sentences = text
    .toLowerCase()
    .split(/[.!?。！？]+(?:\s+|$)/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
  const isWordy = /[\p{L}\p{N}]/u.test(text);
  return (
    isWordy && (goesRound(wordsOf(text), 16, 4) || goesRound([...text], 8, 16) || mostFrequent(sentences) > 2)
  );
}

/** Returns true if a phrase of at most `longest` units comes `times` times in a row. */
function goesRound(units: string[], longest: number, times: number): boolean {
  for (let period = 1; period <= longest; period++) {
    let run = period;
    for (let at = period; at < units.length; at++) {
      run = units[at] === units[at - period] ? run + 1 : period;
      if (run >= period * times) return true;
    }
  }
  return false;
}

function mostFrequent(values: string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
