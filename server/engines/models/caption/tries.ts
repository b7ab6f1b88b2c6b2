import { AppError } from "#server/errors.ts";
import { plainPrompt, prompt } from "./prompts.ts";
import type { Flaw } from "./read-answer.ts";

/**
 * The first try stays close to the likeliest words. The second asks more plainly and varies more, because it
 * would fail in the same way otherwise.
 */
export const tries = [
  { prompt, options: { temperature: 0.2, seed: 1, repeat_penalty: 1.1 } },
  { prompt: plainPrompt, options: { temperature: 0.7, seed: 2, repeat_penalty: 1.3 } },
] as const;

/** In tokens. This is enough for two long sentences and a bit more. */
export const longestCaption = 220;

const flawWords: Record<Flaw, string> = {
  empty: "gave an empty answer",
  thinking: "only thought aloud",
  refusal: "refused to describe the picture",
  echo: "repeated the question",
  loop: "repeated itself without end",
};

/** Tells a person why describing failed. It names the flaws of the tries in their order. */
export function blame(flaws: Flaw[]): string {
  const kinds = [...new Set(flaws)].map((flaw) => flawWords[flaw]);
  return `The model ${kinds.join(", and when asked again it ")}${kinds.length === 1 ? " twice" : ""}.`;
}

/** The most characters that are kept of the answers. */
const longestRaw = 4_000;

/** Joins the answers of all tries for a person. It removes NUL and half characters, which databases refuse. */
export const rawOf = (answers: string[]) =>
  answers.join("\n\n").replaceAll("\0", "").slice(0, longestRaw).toWellFormed().trim();

/** The error MODEL_FAILED that is thrown when no answer was a caption. */
export class NoCaption extends AppError {
  readonly #raw: string;

  constructor(flaws: Flaw[], answers: string[]) {
    super("MODEL_FAILED", blame(flaws));
    this.#raw = rawOf(answers);
  }

  /** All answers of the model. It is a getter, because logs write out fields and must hold no caption. */
  get raw(): string {
    return this.#raw;
  }
}
