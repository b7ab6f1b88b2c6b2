import { z } from "zod";
import { fold } from "#server/engines/index/fold.ts";
import type { Models } from "#server/engines/models/port.ts";
import { tidyText, tokensOf } from "#server/languages/tokens.ts";
import type { LibraryNames, Reading } from "../reading/types.ts";
import { leftOver, type ReadText } from "./left-over.ts";
import { longestRewriting, rewritingMessages, rewritingSchema } from "./prompt.ts";
import { type Unfaithful, unfaithful } from "./saying-the-same.ts";

/** In characters. A longer text is not a question with a word that was not understood. */
const longestQuestion = 300;
const mostNames = 20;
const longestName = 60;

const answerSchema = z.object({ request: z.string() });

export interface Rewritten {
  /** The question as the model has rewritten it. */
  text: string;
  reading: Reading;
  /** Why the rewritten question is not used; null if it is. */
  refused: Unfaithful | null;
}

/** Says whether a second reader could do anything for this reading: it is a search, and words are left over. */
export function isWorthRewriting(asked: ReadText): boolean {
  const { reading, text } = asked;
  const isSearch =
    (reading.intent === "search" && reading.like.length === 0) ||
    (reading.intent === "unknown" && reading.of === "search");
  return isSearch && text.length <= longestQuestion && leftOver(asked).length > 0;
}

/**
 * Asks the chat model to say the same in plain words, and reads its answer by the grammar. Returns null if no model is
 * ready or the model gives no answer. Throws as `converse` does, and the reason of `signal`.
 */
export async function rewrite(
  models: Pick<Models, "status" | "converse">,
  asked: ReadText,
  { names, read, signal }: { names: LibraryNames; read(text: string): Promise<Reading>; signal: AbortSignal },
): Promise<Rewritten | null> {
  const { converse } = await models.status();
  signal.throwIfAborted();
  if (!converse.ready) return null;
  const messages = rewritingMessages({ question: tidyText(asked.text), names: namesFor(asked, names) });
  const answer = await models.converse(messages, rewritingSchema, { signal, longest: longestRewriting });
  const { data } = answerSchema.safeParse(answer);
  const text = data?.request.trim() ?? "";
  if (text === "") return null;
  // A text that is too long is refused whatever it says, so it is not read whole.
  const rewritten = { text, reading: await read(text.slice(0, longestQuestion)) };
  return { ...rewritten, refused: unfaithful(asked, rewritten, names) };
}

/** Returns the names of the library that the words of the question are, or may be misspellings of. */
function namesFor({ text }: ReadText, names: LibraryNames): string[] {
  const words = tokensOf(tidyText(text), []).flatMap(({ isMark, text: word }) =>
    isMark ? [] : [fold(word)],
  );
  const phrases = words.flatMap((_, at) => [3, 2, 1].map((length) => words.slice(at, at + length).join(" ")));
  const found = phrases.flatMap((phrase) => names.find(phrase));
  const near = words.filter((word) => word.length > 3).flatMap((word) => names.near(word));
  const shown = [...found, ...near].map(({ value }) => tidyText(value).slice(0, longestName));
  return [...new Set(shown)].slice(0, mostNames);
}
