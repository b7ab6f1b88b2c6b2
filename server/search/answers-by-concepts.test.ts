import { afterAll, beforeAll, expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { openSearchedLibrary } from "#tests/fixtures/searched-library.ts";
import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import { writeCaption } from "../library/captions.ts";
import { writeFacts } from "../library/facts.ts";
import { localOwner } from "../library/ids.ts";
import { loadKnownPhotos } from "../library/photo-rows.ts";
import { createPhotos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { conceptsOf } from "./concepts/concepts.ts";
import { documentOf } from "./document.ts";
import { everything } from "./plan/everything.ts";
import type { Search } from "./search.ts";
import type { SearchAnswer } from "./types.ts";
import { searchSentence } from "./wording/sentences.ts";

const things = ["dog", "cat", "beach", "bus", "tree", "woman", "boat", "snow"];
const qualities = ["red", "blue", "old", ""];

let library: Awaited<ReturnType<typeof openSearchedLibrary>>;
let database: Database<Schema>;
let index: PhotoIndex;
let search: Search;

beforeAll(async () => {
  library = await openSearchedLibrary();
  ({ database, index, search } = library);
  const random = numbers(3);
  const ids: string[] = [];
  for (let n = 0; n < 150; n++) {
    const shown = Array.from({ length: 1 + (random() % 3) }, () => {
      const quality = qualities[random() % qualities.length];
      return `a ${quality ? `${quality} ` : ""}${things[random() % things.length]}`;
    });
    const nobody = n % 7 === 0 ? " No people are visible." : "";
    ids.push(await add(n, `The picture shows ${shown.join(" beside ")}.${nobody}`));
  }
  await index.putDocuments((await loadKnownPhotos(database.rows, localOwner, ids)).map(documentOf));
});

afterAll(() => library[Symbol.asyncDispose]());

/** Whole numbers that are the same in each run: Lehmer's generator. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state >> 4;
  };
}

async function add(number: number, caption: string): Promise<string> {
  const file = { fileName: "", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
  const sha256 = String(number).padStart(64, "0");
  const { photo } = await createPhotos(database).receive(localOwner, { sha256, ...file });
  const derived = { thumbhash: null, colours: [], brightness: null };
  await writeFacts(database.rows, localOwner, photo.id, noFacts, derived);
  await writeCaption(database.rows, localOwner, photo.id, { text: caption, model: "llava", raw: null });
  return photo.id;
}

/** Returns all pages of an answer as one. */
async function all(plan: Partial<typeof everything>): Promise<SearchAnswer> {
  const input = { plan: { ...everything, ...plan }, limit: 50 };
  const first = await search.run(localOwner, input);
  for (let { next } = first; next !== null; ) {
    const page = await search.run(localOwner, { ...input, cursor: next });
    first.hits.push(...page.hits);
    next = page.next;
  }
  return first;
}
const idsOf = ({ hits }: SearchAnswer) => hits.flatMap(({ photo, more }) => [photo.id, ...more]);

/** Remembers answers: the tests below ask the same of several pairs. */
const answered = new Map<string, Promise<string[]>>();
function idsFor(text: string): Promise<string[]> {
  const ids = answered.get(text) ?? all({ text }).then(idsOf);
  answered.set(text, ids);
  return ids;
}

const pairs = things.flatMap((one) =>
  things.filter((other) => other > one).map((other) => [one, other] as const),
);

test("adding a concept never adds a photo", async () => {
  for (const [one, other] of pairs) {
    const alone = new Set(await idsFor(one));
    const both = idsOf(await all({ text: `a ${other} and a ${one}` }));
    expect(both.filter((id) => !alone.has(id))).toEqual([]);
    const red = await idsFor(`a red ${one}`);
    expect(red.filter((id) => !alone.has(id))).toEqual([]);
  }
});

test("“A or B” has all that A has", async () => {
  for (const [one, other] of pairs) {
    const either = new Set(idsOf(await all({ either: [one, other] })));
    for (const text of [one, other]) expect((await idsFor(text)).filter((id) => !either.has(id))).toEqual([]);
  }
});

test("each photo that is shown has a reason for each concept, and a weaker one lacks something", async () => {
  for (const [one, other] of pairs) {
    const text = `a red ${one} beside a ${other}`;
    const wanted = conceptsOf(text, "en").filter(({ demanded }) => demanded).length;
    const { hits } = await all({ text });
    for (const { why } of hits) {
      expect(why.concepts.filter(({ by }) => by === "word" || by === "kind")).toHaveLength(wanted);
    }
    const weaker = await all({ text, weaker: true });
    for (const { why } of weaker.hits) expect(why.concepts.some(({ by }) => by === null)).toBe(true);
    const shown = new Set(hits.map(({ photo }) => photo.id));
    expect(idsOf(weaker).filter((id) => shown.has(id))).toEqual([]);
  }
});

test("the number of an answer is the number of photos that can be paged through", async () => {
  for (const text of [...things, "a red bus", "a woman with a dog", "a submarine"]) {
    const answer = await all({ text });
    expect(idsOf(answer)).toHaveLength(answer.total);
    const sentence = searchSentence(answer.plan, answer.total, answer.hits, answer.found);
    if (answer.total > 0) expect(sentence).toMatch(new RegExp(`^${answer.total} photo`));
    else expect(sentence).toMatch(/^(Nothing here|No photo) shows/);
  }
});

const say = async (text: string, plan: Partial<typeof everything> = {}) => {
  const { total, hits, found, ...answer } = await all({ text, ...plan });
  return searchSentence(answer.plan, total, hits, found);
};

test("an answer says what is not there, what is not there together, and what nobody could use", async () => {
  expect(await say("a submarine")).toBe("Nothing here shows a submarine.");
  expect(await say("ein Krokodil", { language: "de" })).toBe("Nichts hier zeigt ein Krokodil.");
  const { found } = await all({ text: "a red snow and a blue cat and an old boat" });
  const counts = found?.counts.map(({ photos }) => photos) ?? [];
  expect(counts).toHaveLength(3);
  expect(await say("a red snow and a blue cat and an old boat")).toBe(
    `No photo shows a red snow and a blue cat and an old boat together. ${counts[0]} show a red snow, ${counts[1]} a blue cat, ${counts[2]} an old boat.`,
  );
  const dogs = (await all({ text: "dog" })).total;
  expect(await say("a dog xqzzt")).toBe(
    `${dogs} photos, in any order. (I could not use: “xqzzt”.)`.replace(", in any order", ""),
  );
  expect(await say("xqzzt wvrrk")).toBe(
    "I did not understand “xqzzt”, “wvrrk”. Ask for what photos show, or when, where and with what they were taken.",
  );
});

test("a number is demanded of the thing itself", async () => {
  const ids = [await add(500, "Two puppies sleep beside a cat."), await add(501, "Two women walk dogs.")];
  await index.putDocuments((await loadKnownPhotos(database.rows, localOwner, ids)).map(documentOf));
  expect(idsOf(await all({ text: "two dogs" }))).toEqual([ids[0]]);
  expect(idsOf(await all({ text: "two women" }))).toEqual([ids[1]]);
  expect(await say("three dogs")).toBe("Nothing here shows three dogs.");
});
