import { switchedOff } from "#server/engines/models/switched-off.ts";
import { createCollections } from "#server/library/collections.ts";
import { createEmbeddings } from "#server/library/embeddings.ts";
import { createHubs } from "#server/library/hubs.ts";
import { localOwner } from "#server/library/ids.ts";
import { createPhotos } from "#server/library/photos.ts";
import { conceptsOf } from "#server/search/concepts/concepts.ts";
import { everything } from "#server/search/plan/everything.ts";
import { resolvePlan } from "#server/search/resolve.ts";
import { createQuestionVectors, type QuestionVector } from "#server/search/vectors.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { drawing, type MadePhoto, makeLibrary, withNoise } from "./library.ts";
import type { Row } from "./row.ts";
import { median, timed } from "./statistics.ts";

/** Nothing is embedded here: all vectors are given. */
const noModels = switchedOff({ address: "", visionModel: "", embedModel: "", chatModel: "" });
const photoCount = 100_000;
const dimension = 384;
const rounds = 12;
/** The goal: a question of three concepts takes at most this many times as long as one of one concept. */
const mostRatio = 1.5;

const asked = {
  one: ["a dog", "a boat", "bread", "an umbrella"],
  three: [
    "a dog on a beach with a ball",
    "a boat on a lake near a mountain",
    "bread and cheese on a table",
    "a woman with an umbrella on a street",
  ],
};

/** The things in the captions of the made library: the words of the questions, and others. */
const things =
  "dog beach ball boat lake mountain bread cheese table woman umbrella street man cat tree house car bus child horse".split(
    " ",
  );

/** Measures questions of one and of three concepts in a library of 100,000 photos, in turns. */
export async function benchConcepts(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const random = drawing(5);
  const pick = () => things[Math.floor(random() * things.length)] ?? "";
  const seeds = Array.from({ length: 500 }, () => made("", random));
  const photos = Array.from({ length: photoCount }, (_, at) => {
    const noisy = withNoise(seeds[at % seeds.length] ?? made("", random), random);
    return { ...noisy, text: `A ${pick()} next to a ${pick()}. There is a ${pick()} behind the ${pick()}.` };
  });
  const begun = performance.now();
  const library = await makeLibrary(folder.path, photos, true);
  const seconds = (performance.now() - begun) / 1_000;
  try {
    const { database, index } = library;
    const collection = await createCollections(database).serving();
    const embeddings = createEmbeddings(database);
    const vectors = createQuestionVectors({
      models: noModels,
      embeddings,
      collections: createCollections(database),
    });
    const needs = { database, index, hubs: createHubs(database), vectors, photos: createPhotos(database) };
    const ask = (text: string) => {
      const words = new Map<string, QuestionVector>();
      for (const part of [text, ...conceptsOf(text, "en").map((concept) => concept.words)])
        if (collection) words.set(part, { collection, vector: made(part, random).vector });
      return resolvePlan(needs, { owner: localOwner, plan: { ...everything, text }, words });
    };
    const times = { one: [] as number[], three: [] as number[] };
    await ask("a cat");
    for (let round = 0; round < rounds; round++) {
      for (const kind of ["one", "three"] as const) {
        const text = asked[kind][round % asked[kind].length] ?? "";
        times[kind].push(await timed(() => ask(text)));
      }
    }
    const [one, three] = [median(times.one), median(times.three)];
    return [
      {
        name: "making a library of 100,000 photos",
        value: seconds,
        unit: "s",
        goal: "≤ 60",
        ok: seconds <= 60,
      },
      { name: "question of one concept, 100,000 × 384", value: one, unit: "ms" },
      { name: "question of three concepts, 100,000 × 384", value: three, unit: "ms" },
      {
        name: "three concepts beside one",
        value: three / one,
        unit: "×",
        goal: `≤ ${mostRatio}`,
        ok: three / one <= mostRatio,
      },
    ];
  } finally {
    await library.close();
  }
}

function made(text: string, random: () => number): MadePhoto {
  const vector = Float32Array.from({ length: dimension }, () => random() - 0.5);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return { text, vector: vector.map((value) => value / length) };
}
