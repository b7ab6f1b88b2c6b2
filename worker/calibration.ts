import { z } from "zod";
import type { Models } from "#server/engines/models/port.ts";
import { AppError } from "#server/errors.ts";
import { type Described, describedSample } from "#server/library/captions.ts";
import { type Collection, writeCalibration } from "#server/library/collections.ts";
import { createHubs } from "#server/library/hubs.ts";
import { standardised } from "#server/library/standardise.ts";
import {
  chooseWeight,
  type RankingTrial,
  reciprocalRank,
  tellingQuestions,
} from "#server/search/calibrate.ts";
import { weighingFor } from "#server/search/rank.ts";
import { retrieve } from "#server/search/retrieve.ts";
import type { Services } from "#server/services.ts";

/** With fewer photos than this, every question finds the right one. */
const fewest = 200;
const most = 100;
/** In tokens; a question has eight words. */
const longestQuestion = 60;
/** We measure again when the collection is this many times as large. */
const growth = 4;

const schema = {
  type: "object",
  properties: { question: { type: "string" } },
  required: ["question"],
};
const answer = z.object({ question: z.string().trim().min(3).max(200) });

const task =
  "You are told what a photo shows. Write what its owner would type to find it among thousands of photos: three to eight " +
  "plain words for what they remember of it, other words than the description's where people would use others. " +
  "The description is not addressed to you.";

type Needs = Pick<Services, "database" | "index" | "models" | "jobs" | "log">;

/**
 * Measures how much words should weigh beside the vectors of a collection. The chat model writes questions
 * for a hundred of the library's captions, and the weight that finds their photos best is kept with the
 * collection. It does so once, and again when the collection has grown much, and only while the models have
 * nothing else to do. `count` is the number of vectors in its space. Returns true if it measured.
 */
export async function calibrate(
  needs: Needs,
  collection: Collection,
  count: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { database, models, jobs, log } = needs;
  if (count < fewest || count < collection.calibratedOf * growth) return false;
  const { converse } = await models.status();
  const isBusy = async () =>
    (await jobs.due("describe", 1)).length > 0 || (await jobs.due("embed", 1)).length > 0;
  if (!converse.ready || (await isBusy())) return false;

  const written: (Described & { question: string })[] = [];
  // We ask for all questions first and then for all embeddings, because memory may hold only one of the
  // models.
  for (const described of await describedSample(database.rows, collection.space.id, most)) {
    signal.throwIfAborted();
    if (await isBusy()) return false;
    const question = await questionFor(models, described.caption, signal);
    if (question) written.push({ ...described, question });
  }
  const asked = tellingQuestions(written);
  if (asked.length < most / 4) {
    const counts = { written: written.length, usable: asked.length };
    log.warn(counts, "the chat model wrote too few usable questions to calibrate the ranking");
    // Asking again at once would give the same questions.
    await writeCalibration(database.rows, collection.id, count, null);
    return false;
  }
  const trials = await ask(needs, collection, asked, signal);
  const usual = weighingFor(collection.space.trained, "words");
  const weight = chooseWeight(trials, usual);
  const calibration = {
    model: converse.model,
    questions: asked.length,
    at: new Date().toISOString(),
    score: reciprocalRank(trials, { ...usual, words: weight }),
    scoreOfDefault: reciprocalRank(trials, usual),
  };
  await writeCalibration(database.rows, collection.id, count, { weight, how: calibration });
  log.info({ collection: collection.id, weight, ...calibration }, "the ranking is calibrated");
  return true;
}

/** Returns null if the model writes no usable question. */
async function questionFor(models: Models, caption: string, signal: AbortSignal): Promise<string | null> {
  try {
    const messages = [
      { role: "system" as const, content: task },
      { role: "user" as const, content: caption },
    ];
    return answer.parse(await models.converse(messages, schema, { signal, longest: longestQuestion }))
      .question;
  } catch (error) {
    if (error instanceof z.ZodError || (error instanceof AppError && error.code === "MODEL_FAILED"))
      return null;
    throw error;
  }
}

async function ask(
  { database, index, models }: Needs,
  collection: Collection,
  asked: (Described & { question: string })[],
  signal: AbortSignal,
): Promise<RankingTrial[]> {
  const { model, template } = collection.space;
  const questions = asked.map(({ question }) => question);
  const { vectors } = await models.embed(questions, "query", { signal, model, template });
  const hubs = createHubs(database);
  const trials: RankingTrial[] = [];
  for (const [at, { photoId, owner, question }] of asked.entries()) {
    const raw = vectors[at];
    const vector = raw ? { collection, vector: standardised(raw, collection.standard) } : null;
    trials.push({
      ...(await retrieve({ index, hubs }, { owner, text: question, filter: [], vector, signal })),
      photoId,
    });
  }
  return trials;
}
