import { AppError } from "#server/errors.ts";
import type { Space } from "./port.ts";
import { Refusal } from "./refusal.ts";

/** Version 1: the text as it is. */
const template = 1;

/** In characters, about 2,000 tokens of English: half of the context that we ask for. */
const longestText = 8_000;
/** A text that is refused as too long is halved, but not below this. */
const shortestText = 250;

/** One request: as many vectors as texts, or an error. */
type Ask = (texts: string[]) => Promise<number[][]>;

/**
 * L2-normalised vectors of texts, in order. A batch fails as a whole at the server, so one that is refused is asked
 * singly; a text that is too long for the model is halved and asked again.
 * Errors: those of `ask`; MODEL_FAILED for vectors that cannot be used.
 */
export async function embedTexts(texts: string[], ask: Ask): Promise<Float32Array[]> {
  const vectors = await askOrSplit(
    texts.map((text) => text.slice(0, longestText).toWellFormed()),
    ask,
  );
  if (new Set(vectors.map((vector) => vector.length)).size !== 1) {
    throw new AppError("MODEL_FAILED", "The model gave vectors of different lengths.");
  }
  return vectors.map(normalised);
}

async function askOrSplit(texts: string[], ask: Ask): Promise<number[][]> {
  try {
    const vectors = await ask(texts);
    if (!Array.isArray(vectors) || vectors.length !== texts.length) {
      throw new AppError(
        "MODEL_FAILED",
        `The model gave ${vectors?.length ?? 0} vectors for ${texts.length} texts.`,
      );
    }
    return vectors;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [text = "", ...more] = texts;
    if (more.length > 0 && error.blamesInput) {
      const vectors: number[][] = [];
      for (const single of texts) vectors.push(...(await askOrSplit([single], ask)));
      return vectors;
    }
    if (more.length === 0 && error.isTooLong && text.length >= 2 * shortestText) {
      return askOrSplit([text.slice(0, text.length / 2).toWellFormed()], ask);
    }
    throw error;
  }
}

function normalised(vector: number[]): Float32Array {
  let squares = 0;
  for (const value of vector) squares += Number.isFinite(value) ? value * value : Number.NaN;
  const norm = Math.sqrt(squares);
  if (!Number.isFinite(norm) || norm === 0) {
    throw new AppError("MODEL_FAILED", "The model gave a vector that cannot be used: zeros, or not numbers.");
  }
  return Float32Array.from(vector, (value) => value / norm);
}

/** `mistral` and `mistral:latest` are one model. */
export function spaceOf(model: string, dimension: number): Space {
  const name = model.replace(/:latest$/, "");
  const trained = /embed|minilm|bge|e5|gte|mxbai|arctic|paraphrase|sfr-|colbert/i.test(name);
  return { id: `${name}@${template}:${dimension}`, model: name, template, dimension, trained };
}
