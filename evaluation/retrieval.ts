import { join } from "node:path";
import { migrate } from "#server/engines/database/migrate.ts";
import { openSqlite } from "#server/engines/database/sqlite.ts";
import { noFields } from "#server/engines/index/contract-suites/fixtures.ts";
import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import type { Space } from "#server/engines/models/port.ts";
import { centred } from "#server/library/centre.ts";
import { createCollections } from "#server/library/collections.ts";
import { writeEmbedding } from "#server/library/embeddings.ts";
import { writeFacts } from "#server/library/facts.ts";
import { createHubs } from "#server/library/hubs.ts";
import { localOwner } from "#server/library/ids.ts";
import { migrations } from "#server/library/migrations/all.ts";
import type { Schema } from "#server/library/schema.ts";
import { refreshHubs } from "#server/maintenance/hubs.ts";
import { rebuild } from "#server/maintenance/rebuild.ts";
import { chooseWeight, type RankingTrial } from "#server/search/calibrate.ts";
import { type Found, rank, weighingFor } from "#server/search/rank.ts";
import { retrieve } from "#server/search/retrieve.ts";
import { documentTokens } from "#server/search/words.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { dimension, type Kind, type RetrievalData, readRetrievalData } from "./retrieval-data.ts";

export interface Recall {
  name: string;
  at1: number;
  at5: number;
  at10: number;
  /** nDCG@10 with one right answer a question. */
  ndcg: number;
}

/** The weight is chosen on this many lines, which a seed picks, and judged on the others. */
const calibratedOn = 100;

/**
 * Ranks the captions of ../shared/retrieval as a library's photos are ranked: through the embedded index, the rows' hubs
 * and `rank`. The words' weight is calibrated on 100 lines and judged on the questions of the other 900.
 */
export async function evaluateRetrieval(kind: Kind): Promise<{ weight: number | null; rows: Recall[] }> {
  await using folder = await temporaryFolder();
  const data = readRetrievalData(kind);
  const library = await fill(folder.path, data, kind !== "spoilt");
  try {
    const lines = shuffled([...new Set(data.questions.map(({ answer }) => answer))]);
    // When there are few photos, all of them are judged and none is used to calibrate.
    const chosen = new Set(lines.length > calibratedOn ? lines.slice(0, calibratedOn) : []);
    const trials: (RankingTrial & { answer: number })[] = [];
    for (const { text, vector, answer } of data.questions) {
      const { found, documents } = await library.ask(text, vector);
      trials.push({ found, documents, photoId: library.idOf(answer), answer });
    }
    const usual = weighingFor(kind !== "spoilt", "words");
    const judged = trials.filter(({ answer }) => !chosen.has(answer));
    const calibrating = trials.filter(({ answer }) => chosen.has(answer));
    const weight = calibrating.length > 0 ? chooseWeight(calibrating, usual) : null;
    const byVector = (trial: RankingTrial): RankingTrial => ({
      ...trial,
      found: { ...trial.found, words: [] },
    });
    const byWords = (trial: RankingTrial): RankingTrial => ({
      ...trial,
      found: { ...trial.found, near: null, background: null, crowding: null },
    });
    const plainly = (trial: RankingTrial): RankingTrial => ({
      ...byVector(trial),
      found: { ...byVector(trial).found, crowding: null },
    });
    return {
      weight,
      rows: [
        recallOf("cosine alone", judged.map(plainly), usual),
        recallOf("cosine without hubs", judged.map(byVector), usual),
        recallOf("words alone", judged.map(byWords), usual),
        recallOf("fused, default weight", judged, usual),
        ...(weight === null
          ? []
          : [recallOf(`fused, calibrated (${weight})`, judged, { ...usual, words: weight })]),
      ],
    };
  } finally {
    await library.close();
  }
}

async function fill(folder: string, data: RetrievalData, trained: boolean) {
  const database = await openSqlite<Schema>(join(folder, "glimpse.sqlite"));
  await migrate(database, migrations);
  const index = await createEmbeddedIndex({ folder });
  const collections = createCollections(database);
  const space: Space = { id: `captions@1:${dimension}`, model: "captions", template: 1, dimension, trained };
  const idOf = (at: number) =>
    `01900000-0000-7000-8000-${String((at * 7_919) % 1_000_003).padStart(12, "0")}`;
  await database.rows.transaction().execute(async (rows) => {
    for (const [at, { vector }] of data.documents.entries()) {
      const id = idOf(at);
      const photo = { id, owner: localOwner, sha256: String(at).padStart(64, "0"), file_name: "" };
      const about = { type: "image/jpeg", extension: "jpg", bytes: 1, status: "indexed" as const };
      await rows
        .insertInto("photos")
        .values({ ...photo, ...about, sort_at: at, created_at: at })
        .execute();
      await writeFacts(rows, localOwner, id, noFacts, { thumbhash: "", colours: [], brightness: null });
      await writeEmbedding(rows, localOwner, id, space, vector);
    }
  });
  for await (const _ of rebuild({ database, index, collections }, space));
  // The captions are all that is known of these photos: they have no facts.
  await index.putDocuments(
    data.documents.map(({ text }, at) => ({
      photoId: idOf(at),
      owner: localOwner,
      tokens: documentTokens(text),
      sortAt: at,
      fields: noFields,
    })),
  );
  const serving = await collections.serving();
  if (serving) await refreshHubs(database, serving, data.documents.length);
  const collection = await collections.serving();
  const hubs = createHubs(database);
  return {
    idOf,
    async ask(text: string, question: Float32Array): Promise<{ found: Found; documents: number }> {
      const vector = collection && { collection, vector: centred(question, collection.mean) };
      return retrieve({ index, hubs }, { owner: localOwner, text, filter: [], vector });
    },
    async close() {
      await index.close();
      await database.close();
    },
  };
}

function recallOf(name: string, trials: RankingTrial[], weighing: ReturnType<typeof weighingFor>): Recall {
  const within = { 1: 0, 5: 0, 10: 0 };
  let ndcg = 0;
  for (const { found, documents, photoId } of trials) {
    const place = rank(found, documents, weighing).findIndex((hit) => hit.photoId === photoId);
    if (place === -1) continue;
    for (const most of [1, 5, 10] as const) if (place < most) within[most]++;
    if (place < 10) ndcg += 1 / Math.log2(place + 2);
  }
  const share = (count: number) => count / trials.length;
  return { name, at1: share(within[1]), at5: share(within[5]), at10: share(within[10]), ndcg: share(ndcg) };
}

/** This is the shuffle of Fisher and Yates with Lehmer's generator, so that every run draws the same. */
function shuffled(numbers: number[]): number[] {
  let state = 1;
  for (let at = numbers.length - 1; at > 0; at--) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers;
}
