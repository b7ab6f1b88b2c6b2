import { migrate } from "#server/engines/database/migrate.ts";
import { openSqlite } from "#server/engines/database/sqlite.ts";
import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import { FloatRows } from "#server/engines/index/float-rows.ts";
import type { PhotoIndex } from "#server/engines/index/port.ts";
import type { Collection } from "#server/library/collections.ts";
import { writeFacts } from "#server/library/facts.ts";
import { createHubs } from "#server/library/hubs.ts";
import { migrations } from "#server/library/migrations/all.ts";
import { loadKnownPhotos } from "#server/library/photo-rows.ts";
import { createPhotos } from "#server/library/photos.ts";
import { createResultSets } from "#server/library/result-sets.ts";
import type { Schema } from "#server/library/schema.ts";
import { documentOf } from "#server/search/document.ts";
import { filteringBy } from "#server/search/filters.ts";
import { rank, weighingFor } from "#server/search/rank.ts";
import { nothingSaid, planOf, readIn } from "#server/search/read-plan.ts";
import { resolvePlan } from "#server/search/resolve.ts";
import { retrieve } from "#server/search/retrieve.ts";
import { type SearchPlan, searchPlan } from "#server/search/types.ts";
import type { QuestionVector } from "#server/search/vectors.ts";
import { createVocabulary } from "#server/search/vocabulary/vocabulary.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import type { Row } from "./row.ts";
import { median, percentiles, times } from "./statistics.ts";

const dimension = 384;
const owner = "01900000-0000-7000-8000-00000000000a";
const space = `bench@1:${dimension}`;
const rounds = 40;
/** The goal for reading a question, in milliseconds. */
const mostReading = 1;
/** The goal: a search must not be slower than without plans, apart from the noise between two runs. */
const mostMore = 1.1;

const cities = [
  "Lisbon",
  "Porto",
  "Berlin",
  "Munich",
  "Paris",
  "Nice",
  "Tokyo",
  "New York",
  "Sydney",
  "Rome",
];
const countries = ["Portugal", "Germany", "France", "Japan", "United States", "Australia", "Italy"];
const cameras = ["Canon EOS 40D", "iPhone 13", "Pixel 7", "NIKON D90"];
const people = ["Anna", "Ben", "Maria Schmidt", "Jordan"];
const things =
  "dog cat beach tree car boat snow child house bridge flower street lamp river cake train".split(" ");

const questions = [
  "photos from Lisbon last spring without people",
  "a dog on the beach in May 2023",
  "snow or trees in Germany between 2018 and 2020",
  "with Anna at night, not in Paris",
  "the boat within 20 km of Porto",
  "taken with the iPhone on a weekend, a cake",
  "Fotos vom Strand in Italien im Sommer 2021",
  "ten of the best photos of a bridge in Tokyo",
];

/**
 * Measures reading questions, and whole searches of 10,000 and 100,000 photos beside a search without plans.
 */
export async function benchQuestions(): Promise<Row[]> {
  return [...(await ofLibrary(10_000)), ...(await ofLibrary(100_000))];
}

async function ofLibrary(count: number): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Schema>(`${folder.path}/glimpse.sqlite`, { durable: false });
  await migrate(database, migrations);
  const index = await createEmbeddedIndex({ folder: folder.path });
  try {
    for (let from = 0; from < count; from += 1_000) await fill(database, index, from);
    const photos = createPhotos(database);
    const hubs = createHubs(database);
    const resultSets = createResultSets(database, searchPlan.parse);
    const vocabulary = await createVocabulary(database).load(owner);
    const clock = { now: new Date("2026-11-22T12:00:00Z"), timeZone: "Europe/Berlin" };
    const read = (question: string) => planOf(readIn(vocabulary, question, clock, nothingSaid));
    let next = 0;
    const ask = () => questions[next++ % questions.length] ?? "";
    const reading = percentiles(await times(400, async () => read(ask())));

    const before = (plan: SearchPlan, vector: QuestionVector) => async () => {
      const filter = filteringBy({ index, photos }, owner, plan.filters).clauses;
      const { found, documents } = await retrieve(
        { index, hubs },
        { owner, text: plan.text, filter, vector },
      );
      const ranked = rank(found, documents, weighingFor(true, "words"));
      const times = await photos.sortTimes(
        owner,
        ranked.map(({ photoId }) => photoId),
      );
      const hits = ranked.flatMap((hit) => (times.has(hit.photoId) ? [{ ...hit, more: [] }] : []));
      await resultSets.save(owner, { plan, hits, total: hits.length, found: null, lasting: false });
    };
    const now = (plan: SearchPlan, vector: QuestionVector) => async () => {
      const words = new Map([plan.text, ...plan.either, ...plan.without].map((text) => [text, vector]));
      const vectors = {
        ofWords: async () => words,
        withPhotos: async () => vector,
        sample: async () => new FloatRows(1),
      };
      const found = await resolvePlan({ database, index, hubs, photos, vectors }, { owner, plan, words });
      await resultSets.save(owner, { plan, ...found, lasting: false });
    };
    const wholes: number[] = [];
    const shares: number[] = [];
    const plainShares: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const plan = read(ask());
      const vector = { collection, vector: unitVector() };
      const [old = Number.NaN] = await times(1, before(plan, vector));
      const [whole = Number.NaN] = await times(1, now(plan, vector));
      wholes.push(whole);
      shares.push(whole / old);
      // A search without plans knew neither alternatives nor exclusions, so only plain questions can be
      // compared.
      if (plan.either.length + plan.without.length === 0) plainShares.push(whole / old);
    }
    const size = `${count / 1_000}k`;
    const more = median(plainShares);
    const whole = percentiles(wholes);
    return [
      {
        name: `question read in the words of ${size} photos, p50`,
        value: reading.p50,
        unit: "ms",
        goal: `≤ ${mostReading}`,
        ok: reading.p50 <= mostReading,
      },
      { name: `whole search of ${size} × ${dimension} with filters, p50`, value: whole.p50, unit: "ms" },
      { name: `whole search of ${size} × ${dimension} with filters, p95`, value: whole.p95, unit: "ms" },
      {
        name: `whole search of ${size}, beside one of before`,
        value: more,
        unit: "×",
        goal: `≤ ${mostMore}`,
        ok: more <= mostMore,
      },
      { name: `… with “without” and alternatives among the questions`, value: median(shares), unit: "×" },
    ];
  } finally {
    await index.close();
    await database.close();
  }
}

const collection: Collection = {
  id: space,
  space: { id: space, model: "bench", template: 1, dimension, trained: true },
  state: "serving",
  standard: null,
  filledTo: "",
  filled: 0,
  hubMean: null,
  hubsOf: 0,
  wordsWeight: null,
  calibratedOf: 0,
};

async function fill(
  database: Awaited<ReturnType<typeof openSqlite<Schema>>>,
  index: PhotoIndex,
  from: number,
) {
  const ids = Array.from({ length: 1_000 }, (_, at) => idOf(from + at));
  await database.rows.transaction().execute(async (rows) => {
    for (const [at, id] of ids.entries()) {
      const n = from + at;
      const sortAt = Date.UTC(2015, 0) + ((n * 37) % 4_300) * 86_400_000 + (n % 24) * 3_600_000;
      const photo = { id, owner, sha256: String(n).padStart(64, "0"), file_name: `IMG_${n}.jpg` };
      const about = { type: "image/jpeg", extension: "jpg", bytes: 1, status: "indexed" as const };
      await rows
        .insertInto("photos")
        .values({ ...photo, ...about, sort_at: sortAt, created_at: n })
        .execute();
      const city = pick(cities, n);
      const facts = {
        ...noFacts,
        takenLocal: new Date(sortAt).toISOString().slice(0, 23),
        latitude: 38 + (n % 100) / 10,
        longitude: -9 + (n % 90) / 10,
        city,
        country: pick(countries, n),
        make: pick(cameras, n).split(" ")[0] ?? "",
        model: pick(cameras, n),
        people: n % 5 === 0 ? [pick(people, n / 5)] : [],
        title: Array.from({ length: 8 }, (_, k) => pick(things, n * (k + 3) + k * k)).join(" "),
        width: 4_000,
        height: 3_000,
      };
      const thumbhash = Buffer.from(Array.from({ length: 24 }, (_, k) => (n * 31 + k * 97) % 256)).toString(
        "base64",
      );
      await writeFacts(rows, owner, id, facts, { thumbhash, colours: [], brightness: null });
    }
  });
  const known = await loadKnownPhotos(database.rows, owner, ids);
  await index.putDocuments(known.map(documentOf));
  await index.putVectors(
    space,
    dimension,
    ids.map((photoId) => ({ photoId, vector: unitVector() })),
  );
}

function idOf(n: number): string {
  return `01900000-0000-7000-8000-${String((n * 7_919) % 1_000_003).padStart(12, "0")}`;
}

function pick(from: string[], n: number): string {
  return from[Math.floor(n) % from.length] ?? "";
}

function unitVector(): Float32Array {
  const vector = Float32Array.from({ length: dimension }, () => Math.random() - 0.5);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

if (process.argv[1] === import.meta.filename) console.table(await benchQuestions());
