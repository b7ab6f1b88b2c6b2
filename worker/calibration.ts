import { z } from "zod";
import type { Models } from "#server/engines/models/port.ts";
import { AppError } from "#server/errors.ts";
import { centred } from "#server/library/centre.ts";
import type { Collection } from "#server/library/collections.ts";
import { createHubs } from "#server/library/hubs.ts";
import { chooseWeight, reciprocalRank, type Trial, tellingQuestions } from "#server/search/calibrate.ts";
import { weighingFor } from "#server/search/rank.ts";
import { retrieve } from "#server/search/retrieve.ts";
import type { Services } from "#server/services.ts";

/** Among fewer photos than these every question finds the right one. */
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

interface Described {
  photoId: string;
  owner: string;
  caption: string;
}

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
  for (const described of await drawDescribed(database, collection)) {
    signal.throwIfAborted();
    if (await isBusy()) return false;
    const question = await questionFor(models, described.caption, signal);
    if (question) written.push({ ...described, question });
  }
  const asked = tellingQuestions(written);
  const keep = (measured: object) =>
    database.rows
      .updateTable("collections")
      .set({ ...measured, calibrated_of: count })
      .where("id", "=", collection.id)
      .execute();
  if (asked.length < most / 4) {
    const counts = { written: written.length, usable: asked.length };
    log.warn(counts, "the chat model wrote too few usable questions to calibrate the ranking");
    // Asking again at once would give the same questions.
    await keep({});
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
  await keep({ words_weight: weight, calibration: JSON.stringify(calibration) });
  log.info({ collection: collection.id, weight, ...calibration }, "the ranking is calibrated");
  return true;
}

/**
 * Picks the photos by the end of their ids, lowest first. This is a fair sample, and the same one each time
 * while they exist.
 */
async function drawDescribed(database: Needs["database"], { space }: Collection): Promise<Described[]> {
  const found = await database.rows
    .selectFrom("embeddings")
    .innerJoin("captions", "captions.photo_id", "embeddings.photo_id")
    .innerJoin("photos", "photos.id", "embeddings.photo_id")
    .select(["photos.id", "photos.owner", "captions.text"])
    .where("embeddings.space", "=", space.id)
    .where("photos.deleted_at", "is", null)
    .orderBy(({ fn, ref, val }) => fn("substr", [ref("photos.id"), val(25)]))
    .limit(most)
    .execute();
  return found.map(({ id, owner, text }) => ({ photoId: id, owner, caption: text }));
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
): Promise<Trial[]> {
  const { model, template } = collection.space;
  const questions = asked.map(({ question }) => question);
  const { vectors } = await models.embed(questions, "query", { signal, model, template });
  const hubs = createHubs(database);
  const trials: Trial[] = [];
  for (const [at, { photoId, owner, question }] of asked.entries()) {
    const raw = vectors[at];
    const vector = raw ? { collection, vector: centred(raw, collection.mean) } : null;
    trials.push({
      ...(await retrieve({ index, hubs }, { owner, text: question, filter: [], vector, signal })),
      photoId,
    });
  }
  return trials;
}
