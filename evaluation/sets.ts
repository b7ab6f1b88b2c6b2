import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { switchedOff } from "#server/engines/models/switched-off.ts";
import { createEmbeddings } from "#server/library/embeddings.ts";
import { localOwner } from "#server/library/ids.ts";
import { createPhotos } from "#server/library/photos.ts";
import { standardised } from "#server/library/standardise.ts";
import { conceptsOf } from "#server/search/concepts/concepts.ts";
import { everything } from "#server/search/plan/everything.ts";
import { resolvePlan } from "#server/search/resolve.ts";
import { createQuestionVectors, type QuestionVector } from "#server/search/vectors.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { fillCaptions, fillCopies } from "./caption-library.ts";
import { readRetrievalData, vectorsIn } from "./retrieval-data.ts";

/** A question, and the photos that it means; `grey` ones count neither way. Photos are lines of captions.jsonl. */
interface SetQuestion {
  text: string;
  /** How many concepts it has. */
  concepts: number;
  relevant: number[];
  grey: number[];
}

interface Sets {
  questions: SetQuestion[];
  /** Things that are in no photo. */
  none: string[];
  /** Two things of which one is in no photo. */
  noneMixed?: string[];
  /** The texts whose vectors lie beside the file, in their order. */
  texts?: string[];
}

export interface SetScore {
  name: string;
  /** Mean F1 over the questions of one concept, and of several. */
  one: number;
  several: number;
  /** How many of the absent things bring no photo. */
  absent: number;
  ofAbsent: number;
  misses: string[];
}

/** Nothing is embedded here: all vectors are given. */
const noModels = switchedOff({ address: "", visionModel: "", embedModel: "", chatModel: "" });
const shared = resolve(import.meta.dirname, "../../shared/retrieval");
const files = {
  shared: resolve(shared, "sets.json"),
  own: resolve(import.meta.dirname, "sets/own.json"),
};
export type Vectors = "good" | "spoilt" | "none" | "crowded";

/** "crowded": good vectors, and this many photos for each caption: 96,000 more than there are captions. */
const copies = 25;

export const areSetsHere = existsSync(files.shared);

/** Asks all questions of both sets over the 4,000 captions, and compares the photos with those that are meant. */
export async function evaluateSets(vectors: Vectors): Promise<SetScore[]> {
  await using folder = await temporaryFolder();
  const kind = vectors === "spoilt" ? "spoilt" : "good";
  const { documents } = readRetrievalData(kind);
  const isCrowded = vectors === "crowded";
  const library = isCrowded
    ? await fillCopies(folder.path, documents, copies)
    : await fillCaptions(folder.path, documents, kind === "good");
  try {
    const scores: SetScore[] = [];
    for (const [name, file] of Object.entries(files)) {
      const sets = JSON.parse(readFileSync(file, "utf8")) as Sets;
      // Vectors of the own questions lie nowhere: those are asked without.
      const has = vectors !== "none" && sets.texts !== undefined;
      if (vectors !== "none" && !has) continue;
      const rows = has ? vectorsIn(`sets${vectors === "spoilt" ? "-spoilt" : ""}.f16`) : null;
      const vectorOf = new Map(sets.texts?.map((text, at) => [text, rows?.(at)]));
      const count = documents.length;
      const all = Array.from({ length: count * (isCrowded ? copies : 1) }, (_, at) => at);
      const numberOf = new Map(all.map((at) => [library.idOf(at), at % count]));
      const ask = (text: string) =>
        photosFor(library, vectorOf, text).then((ids) => [
          ...new Set(ids.map((id) => numberOf.get(id) ?? -1)),
        ]);
      scores.push(await scoreOf(`${name}, ${vectors} vectors`, sets, ask));
    }
    return scores;
  } finally {
    await library.close();
  }
}

/** One in this many captions is asked. */
const selfStep = 10;

/**
 * Asks captions themselves, without vectors: a photo has all that its own caption says. Nobody wrote these questions for
 * the rule, and they hold every kind of phrase that captions have.
 */
export async function evaluateOwnCaptions(): Promise<{ found: number; of: number; misses: string[] }> {
  await using folder = await temporaryFolder();
  const { documents } = readRetrievalData("good");
  const library = await fillCaptions(folder.path, documents, true);
  try {
    const misses: string[] = [];
    const asked = documents.filter((_, at) => at % selfStep === 0);
    for (const [at, { text }] of asked.entries()) {
      const found = await photosFor(library, new Map(), text);
      if (!found.includes(library.idOf(at * selfStep))) misses.push(text);
    }
    return { found: asked.length - misses.length, of: asked.length, misses };
  } finally {
    await library.close();
  }
}

type Library = Awaited<ReturnType<typeof fillCopies>>;

async function photosFor(
  { database, index, hubs, collection, collections }: Library,
  vectorOf: Map<string, Float32Array | undefined>,
  text: string,
): Promise<string[]> {
  const words = new Map<string, QuestionVector>();
  for (const part of [text, ...conceptsOf(text, "en").map((concept) => concept.words)]) {
    const vector = vectorOf.get(part);
    if (vector && collection)
      words.set(part, { collection, vector: standardised(vector, collection.standard) });
  }
  const embeddings = createEmbeddings(database);
  const vectors = createQuestionVectors({ models: noModels, embeddings, collections });
  const needs = { database, index, hubs, vectors, photos: createPhotos(database) };
  const { hits } = await resolvePlan(needs, { owner: localOwner, plan: { ...everything, text }, words });
  return hits.flatMap(({ photoId, more }) => [photoId, ...more]);
}

async function scoreOf(
  name: string,
  sets: Sets,
  ask: (text: string) => Promise<number[]>,
): Promise<SetScore> {
  const scores = { one: [] as number[], several: [] as number[] };
  const misses: string[] = [];
  for (const { text, concepts, relevant, grey } of sets.questions) {
    const got = (await ask(text)).filter((photo) => !grey.includes(photo));
    const right = got.filter((photo) => relevant.includes(photo)).length;
    const f1 = right === 0 ? 0 : (2 * right) / (got.length + relevant.length);
    scores[concepts === 1 ? "one" : "several"].push(f1);
    if (f1 < 0.9)
      misses.push(`${f1.toFixed(2)}  ${text}: ${right} right of ${got.length}, ${relevant.length} meant`);
  }
  let absent = 0;
  const absentThings = [...sets.none, ...(sets.noneMixed ?? [])];
  for (const text of absentThings) {
    const got = await ask(text);
    if (got.length === 0) absent++;
    else misses.push(`${text}: ${got.length} photos of what is in none`);
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    name,
    one: mean(scores.one),
    several: mean(scores.several),
    absent,
    ofAbsent: absentThings.length,
    misses,
  };
}
