import { afterAll, beforeAll, expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { openSearchedLibrary } from "#tests/fixtures/searched-library.ts";
import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import { writeFacts } from "../library/facts.ts";
import { localOwner } from "../library/ids.ts";
import { loadKnownPhotos } from "../library/photo-rows.ts";
import { createPhotos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { documentOf } from "./document.ts";
import { everything } from "./plan/everything.ts";
import type { Search } from "./search.ts";
import type { PlanFilter, SearchPlan } from "./types.ts";

/** Answers with more photos than are stored, or than are listed: with limits that 30 photos exceed. */
let library: Awaited<ReturnType<typeof openSearchedLibrary>>;
let database: Database<Schema>;
let index: PhotoIndex;
let search: Search;
const names = new Map<string, string>();
/** The photos of the album "old": the three oldest, the last of them in Porto. */
let inAlbum: string[] = [];
let lookedUp = 0;

beforeAll(async () => {
  const albums = {
    photosOf: async () => {
      lookedUp++;
      return inAlbum;
    },
  };
  library = await openSearchedLibrary({ albums, limits: { browsed: 20, folded: 5 } });
  ({ database, index, search } = library);
  const added: string[] = [];
  for (let day = 1; day <= 30; day++) added.push(await add(`day ${day}`, day, day % 3 ? "Lisbon" : "Porto"));
  inAlbum = added.slice(0, 3);
});

afterAll(() => library[Symbol.asyncDispose]());

async function add(name: string, day: number, city: string): Promise<string> {
  const file = { fileName: "a.jpg", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
  const sha256 = String(names.size).padStart(64, "0");
  const { photo } = await createPhotos(database).receive(localOwner, { sha256, ...file });
  const takenLocal = new Date(Date.UTC(2021, 0, day, 12)).toISOString().slice(0, 23);
  const facts = { ...noFacts, takenLocal, city, width: 400, height: 300 };
  const derived = { thumbhash: null, colours: [], brightness: null };
  await writeFacts(database.rows, localOwner, photo.id, facts, derived);
  const [known] = await loadKnownPhotos(database.rows, localOwner, [photo.id]);
  if (known) await index.putDocuments([documentOf(known)]);
  names.set(photo.id, name);
  return photo.id;
}

const filter = (
  field: PlanFilter["field"],
  operator: PlanFilter["operator"],
  value: PlanFilter["value"],
) => ({
  ...{ field, operator, value, negated: false, either: null, words: field, label: field },
});
const album = filter("album", "=", "old");
const porto = filter("city", "=", "Porto");
const namesOf = (hits: { photoId: string }[]) => hits.map(({ photoId }) => names.get(photoId));
const found = async (plan: Partial<SearchPlan>) => {
  const asked = { ...everything, ...plan };
  const { hits, total } = await search.resolve(localOwner, asked, { words: new Map(), lasting: false });
  return { names: namesOf(hits), total };
};

test("an album shows its photos, however many newer ones there are", async () => {
  expect(await found({ filters: [album] })).toEqual({ names: ["day 3", "day 2", "day 1"], total: 3 });
  expect(await found({ filters: [album, porto] })).toEqual({ names: ["day 3"], total: 1 });
  expect(await found({ filters: [{ ...porto, negated: true }, album] })).toEqual({
    ...{ names: ["day 2", "day 1"], total: 2 },
  });
});

test("a living album is looked up once for an answer", async () => {
  lookedUp = 0;
  await found({ filters: [album, porto] });
  expect(lookedUp).toBe(1);
});

test("“ask about these” asks about old photos too, in their order", async () => {
  const among = [inAlbum[1] ?? "", inAlbum[2] ?? "", inAlbum[1] ?? ""];
  expect(await found({ among })).toEqual({ names: ["day 2", "day 3"], total: 2 });
  expect(await found({ among, filters: [porto] })).toEqual({ names: ["day 3"], total: 1 });
});

test("words that nobody could use leave a search to its filters, but not to one that is off", async () => {
  const text = "qwzxv";
  const off = await found({ text, filters: [{ ...porto, off: true }] });
  const bare = await found({ text });
  expect(off).toEqual(bare);
});

test("the first photo stays the first one of the answer, although a newer one arrives", async () => {
  const plan = { ...everything, filters: [filter("taken", "known", true)] };
  const set = await search.resolve(localOwner, plan, { words: new Map(), lasting: true });
  expect(set.hits).toHaveLength(5);
  const before = await search.loadWhole(localOwner, set.id);
  await add("day 31", 31, "Lisbon");
  const after = await search.loadWhole(localOwner, set.id);
  expect(namesOf(after.hits).slice(0, 7)).toEqual([30, 29, 28, 27, 26, 25, 24].map((day) => `day ${day}`));
  expect(after.hits).toEqual(before.hits);
  expect(after.hits.map(({ place }) => place)).toEqual(after.hits.map((_, place) => place));
  const paged: (string | undefined)[] = [];
  let { hits, next } = await search.page(localOwner, set, 0, 4);
  for (;;) {
    paged.push(...hits.map(({ photo }) => names.get(photo.id)));
    if (next === null) break;
    const [, from, behind] = next.split("_");
    ({ hits, next } = await search.page(localOwner, set, Number(from), 4, behind));
  }
  expect(paged.slice(0, 20)).toEqual(namesOf(after.hits).slice(0, 20));
});
