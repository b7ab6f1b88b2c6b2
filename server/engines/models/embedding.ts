import { AppError } from "#server/errors.ts";
import type { Space } from "./port.ts";
import { OllamaRefusal } from "./refusal.ts";
import { canonicalName, isTrained, type Wrap } from "./templates.ts";

/** In characters. This is about 2,000 tokens of English, half of the context that we ask for. */
const longestText = 8_000;
/** In characters. A text that is refused as too long is halved, but not below this length. */
const shortestText = 60;

/** Sends one request. Returns as many vectors as texts, or throws. */
export type RequestVectors = (texts: string[]) => Promise<number[][]>;

/**
 * Returns an L2-normalised vector for each text, or the reason why it has none. The server fails a batch as a
 * whole, so we send the texts of a refused batch one by one. If a text is too long for the model, we send
 * half of it, wrapped again, because the end of the template must stay. Throws errors that no text has
 * caused.
 */
export async function embedEach(
  texts: string[],
  wrap: Wrap,
  ask: RequestVectors,
): Promise<PromiseSettledResult<Float32Array>[]> {
  const cut = texts.map((text) => text.slice(0, longestText).toWellFormed());
  const [alone] = cut;
  if (alone !== undefined && cut.length === 1) return [await settled(askOne(alone, wrap, ask))];
  try {
    const vectors = await counted(cut.map(wrap), ask);
    return Promise.all(vectors.map((vector) => settled(Promise.resolve(vector).then(normalised))));
  } catch (error) {
    if (!(error instanceof OllamaRefusal && error.blamesInput)) throw error;
  }
  const outcomes: PromiseSettledResult<Float32Array>[] = [];
  let broken: PromiseRejectedResult | null = null;
  for (const text of cut) {
    const outcome: PromiseSettledResult<Float32Array> = broken ?? (await settled(askOne(text, wrap, ask)));
    if (outcome.status === "rejected" && !isOfText(outcome.reason)) broken = outcome;
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Returns true if an error is about one text only and says nothing about the others. */
function isOfText(error: unknown): boolean {
  return error instanceof OllamaRefusal ? error.blamesInput : error instanceof UnusableVector;
}

class UnusableVector extends AppError {
  constructor() {
    super("MODEL_FAILED", "The model gave a vector that cannot be used: zeros, or not numbers.");
  }
}

async function askOne(text: string, wrap: Wrap, ask: RequestVectors): Promise<Float32Array> {
  try {
    const [vector = []] = await counted([wrap(text)], ask);
    return normalised(vector);
  } catch (error) {
    const canBeShorter = error instanceof OllamaRefusal && error.isTooLong && text.length >= 2 * shortestText;
    if (!canBeShorter) throw error;
    return askOne(text.slice(0, text.length / 2).toWellFormed(), wrap, ask);
  }
}

async function settled<Result>(work: Promise<Result>): Promise<PromiseSettledResult<Result>> {
  const [outcome] = await Promise.allSettled([work]);
  return outcome;
}

async function counted(texts: string[], ask: RequestVectors): Promise<number[][]> {
  const vectors = await ask(texts);
  if (Array.isArray(vectors) && vectors.length === texts.length) return vectors;
  throw new AppError(
    "MODEL_FAILED",
    `The model gave ${vectors?.length ?? 0} vectors for ${texts.length} texts.`,
  );
}

function normalised(vector: number[]): Float32Array {
  // Plain loops, because each question waits for some of these, with thousands of numbers each.
  const numbers = new Float64Array(vector);
  let squares = 0;
  for (let at = 0; at < numbers.length; at++) squares += (numbers[at] ?? 0) ** 2;
  const norm = Math.sqrt(squares);
  if (!Number.isFinite(norm) || norm === 0) throw new UnusableVector();
  const unit = new Float32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) unit[at] = (numbers[at] ?? 0) / norm;
  return unit;
}

/**
 * Returns the space of vectors that were made together. Throws MODEL_FAILED if they have different lengths.
 */
export function spaceOf(model: string, template: number, vectors: Float32Array[]): Space {
  const [dimension = 0, ...more] = new Set(vectors.map((vector) => vector.length));
  if (more.length > 0) throw new AppError("MODEL_FAILED", "The model gave vectors of different lengths.");
  const name = canonicalName(model);
  return {
    id: `${name}@${template}:${dimension}`,
    model: name,
    template,
    dimension,
    trained: isTrained(name),
  };
}
