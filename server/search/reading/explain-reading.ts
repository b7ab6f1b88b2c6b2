import { precedence } from "./precedence.ts";
import { foreignIn, heardOf, readQuestion } from "./read-question.ts";
import { written } from "./sentence.ts";
import { classesAt } from "./tagging.ts";
import type { Reading, ReadingContext } from "./types.ts";

/** How a question was read, for whoever wants to know why. */
export interface ReadingExplained {
  language: Reading["language"];
  /** Each token with the classes of the words and phrases that begin there, and what the library calls so. */
  tokens: { text: string; classes: string[]; names: string[] }[];
  /** The intent that the form of the sentence shows ("undo", "how many"), and the words that remain for the rules. */
  frame: { intent: Reading["intent"]; rest: string };
  /** The rules that took words, in the order of the words; `detail` is the rule within the rule. */
  rules: { rule: string; detail: string | null; words: string; label: string }[];
  /** The words that no rule took. They are looked for in the pictures, or must not be seen there. */
  left: string;
  without: string[];
  /** Words of a question that no answer takes into account. */
  lost: string;
  /**
   * The order of the rules if several want the same words: the rule in the earlier line, and within a line the longer
   * claim.
   */
  precedence: readonly (readonly string[])[];
}

/** Reads a question as `readQuestion` does, and tells by which classes and rules. */
export function explainReading(question: string, context: ReadingContext): ReadingExplained {
  const { tokens, language, parts } = heardOf(question, context);
  const reading = readQuestion(question, context);
  const named = new Map(
    parts.flatMap(({ sentence }) =>
      [...sentence.names.values()].map((name) => [sentence.tokens[name.from], name] as const),
    ),
  );
  const namesAt = (token: (typeof tokens)[number]) =>
    (named.get(token)?.entries ?? []).map(({ kind, value }) => `${kind} ${value}`);
  return {
    language: language.code,
    tokens: tokens.map((token, at) => ({
      text: token.text,
      classes: classesAt({ tokens, language }, at),
      names: namesAt(token),
    })),
    frame: {
      intent: reading.intent,
      rest: parts.map(({ sentence }) => written(sentence, 0, sentence.tokens.length)).join(" / "),
    },
    // No rule reads a language that is not ours.
    rules: (foreignIn(question, context) === null ? parts : []).flatMap(({ sentence, body }) =>
      body.claims.map(({ rule, detail = null, from, to, label }) => ({
        rule,
        detail,
        words: written(sentence, from, to),
        label,
      })),
    ),
    left: reading.text,
    without: reading.without,
    lost: reading.intent === "unknown" ? reading.lost : "",
    precedence,
  };
}
