import { sql } from "kysely";
import { rgbaToThumbHash } from "thumbhash";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { openSearchedLibrary } from "#tests/fixtures/searched-library.ts";
import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import { type PhotoFacts, writeFacts } from "../library/facts.ts";
import { localOwner } from "../library/ids.ts";
import { loadKnownPhotos } from "../library/photo-rows.ts";
import { createPhotos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { documentOf } from "./document.ts";
import type { Search } from "./search.ts";
import type { PlanFilter } from "./types.ts";

let library: Awaited<ReturnType<typeof openSearchedLibrary>>;
let database: Database<Schema>;
let index: PhotoIndex;
let search: Search;
const names = new Map<string, string>();

const now = { now: "2026-11-22T12:00:00Z", timeZone: "Europe/Berlin" };
/** Returns the names of the photos found, each with those that are folded into it. */
const found = async (...asked: Parameters<Search["run"]>) =>
  (await search.run(...asked)).hits.flatMap((hit) => [hit.photo.id, ...hit.more]).map((id) => names.get(id));
/** Returns the ids of all photos of an answer, page by page; `between` runs after the first page. */
async function paged(text: string, limit: number, between = async () => {}): Promise<string[]> {
  const first = await search.run(localOwner, { text, limit, ...now });
  const idsOf = ({ hits }: typeof first) => hits.flatMap(({ photo, more }) => [photo.id, ...more]);
  const ids = idsOf(first);
  await between();
  for (let { next } = first; next; ) {
    const page = await search.run(localOwner, { text, limit, cursor: next });
    ids.push(...idsOf(page));
    next = page.next;
  }
  return ids;
}
const ask = (text: string) => found(localOwner, { text, limit: 200, ...now });

beforeAll(async () => {
  library = await openSearchedLibrary();
  ({ database, index, search } = library);
  const day = (n: number, hour = 12) => new Date(Date.UTC(2021, 0, n, hour)).toISOString().slice(0, 23);
  await add("empty beach", { takenLocal: day(1) }, "A wide beach at noon. No people are visible.");
  await add("busy beach", { takenLocal: day(2) }, "A beach where a man plays with two children.");
  await add("Anna's beach", { takenLocal: day(3), people: ["Anna"] }, "A beach in the evening light.");
  await add("plain beach", { takenLocal: day(4), rating: 5 }, "A beach with a red boat.");
  await add("undated scan", {}, "An old beach.");
  for (let n = 0; n < 40; n++) {
    await add(
      `photo ${n}`,
      {
        takenLocal: day(10 + (n % 7) * 40, n % 24),
        city: ["Lisbon", "Porto", "Berlin"][n % 3] ?? null,
        latitude: n % 4 === 0 ? null : 38 + n / 4,
        longitude: n % 4 === 0 ? null : -9 + n / 4,
        model: n % 2 ? "Canon EOS 40D" : "iPhone 13",
        people: n % 5 === 0 ? ["Ben"] : [],
        rating: n % 6,
      },
      `A dog number ${n} by a ${n % 2 ? "river" : "house"}.`,
    );
  }
  // Stripes and a corner make a picture recognisable.
  const pixels = Uint8Array.from({ length: 100 * 75 * 4 }, (_, at) => {
    const [x, y] = [Math.floor(at / 4) % 100, Math.floor(at / 400)];
    return at % 4 === 3 ? 255 : x + y < 40 ? 240 : (x * 5 + (at % 4) * 40 + y) % 200;
  });
  const burst = Buffer.from(rgbaToThumbHash(100, 75, pixels)).toString("base64");
  await add("burst 1", { takenLocal: day(300) }, "A goal.", burst);
  await add("burst 2", { takenLocal: day(300) }, "A goal.", burst);
  const begins = (date: string) => `${date}T00:00:00.000`;
  await add("of 1987", { takenLocal: begins("1987-01-01"), takenPrecision: "year" }, "A wedding.");
  await add("of July 1987", { takenLocal: begins("1987-07-01"), takenPrecision: "month" }, "A wedding.");
  await add("of a day", { takenLocal: begins("1987-07-04"), takenPrecision: "day" }, "A wedding.");
  const guess = { takenPrecision: "day", takenFrom: "name" } as const;
  await add("grey lighthouse", {}, "A lighthouse.", null, ["grey", "white", "black and white"]);
  await add("said to be grey", {}, "A black and white photo of a lighthouse.");
  await add("cow", {}, "A black and white cow.", null, ["black", "white", "green"]);
  await add("named so", { takenLocal: begins("1992-05-28"), ...guess }, "A parrot.");
});

afterAll(() => library[Symbol.asyncDispose]());

async function add(
  name: string,
  facts: Partial<PhotoFacts>,
  caption: string,
  thumbhash: string | null = null,
  colours: string[] = [],
) {
  const file = { fileName: "a.jpg", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
  const sha256 = String(names.size).padStart(64, "0");
  const { photo } = await createPhotos(database).receive(localOwner, { sha256, ...file });
  const derived = { thumbhash, colours, brightness: null };
  await writeFacts(
    database.rows,
    localOwner,
    photo.id,
    { ...noFacts, width: 400, height: 300, ...facts },
    derived,
  );
  await database.rows
    .insertInto("captions")
    .values({ photo_id: photo.id, owner: localOwner, text: caption, model: "llava", created_at: 1 })
    .execute();
  const [known] = await loadKnownPhotos(database.rows, localOwner, [photo.id]);
  if (known) await index.putDocuments([documentOf(known)]);
  names.set(photo.id, name);
}

test("a search without people keeps a caption that denies people, and drops captions that mention them", async () => {
  expect((await ask("beach without people")).sort()).toEqual(["empty beach", "plain beach", "undated scan"]);
  expect(await ask("beach without people or boats")).not.toContain("plain beach");
  expect(await ask("beach without a red house")).toContain("plain beach");
});

test("black and white is a picture by its caption or its own colours, and no animal", async () => {
  expect((await ask("black and white photos")).sort()).toEqual(["grey lighthouse", "said to be grey"]);
  expect((await ask("Schwarzweißfotos")).sort()).toEqual(["grey lighthouse", "said to be grey"]);
  expect(await ask("a black and white cow")).toEqual(["cow"]);
  expect(await ask("something green")).toEqual(["cow"]);
});

test("photos without a date come last in either order by date", async () => {
  expect((await ask("beach, newest first")).at(-1)).toBe("undated scan");
  expect((await ask("beach, oldest first")).at(-1)).toBe("undated scan");
});

test("the best photos are those that people rated, and as many as were asked for", async () => {
  expect(await ask("the best photo of a beach")).toEqual(["plain beach"]);
});

test("near-duplicates are folded into one hit, and the total counts photos", async () => {
  const { hits, total } = await search.run(localOwner, { text: "goal" });
  expect(hits).toHaveLength(1);
  expect(hits[0]?.more).toHaveLength(1);
  expect(total).toBe(2);
});

test("a search for one photo per day finds one of each day", async () => {
  const { hits } = await search.run(localOwner, { text: "a dog, one per day", limit: 200, ...now });
  const days = hits.map(({ photo }) => photo.takenAt?.slice(0, 10));
  expect(days).toHaveLength(7);
  expect(new Set(days).size).toBe(7);
});

test("a weaker match is never among the relevant ones", async () => {
  const plan = { ...(await search.plan(localOwner, { text: "red boat", ...now })) };
  const strong = await found(localOwner, { plan });
  const weaker = await found(localOwner, { plan: { ...plan, weaker: true } });
  expect(strong).toContain("plain beach");
  expect(weaker.filter((name) => strong.includes(name))).toEqual([]);
});

const filter = (
  field: PlanFilter["field"],
  operator: PlanFilter["operator"],
  value: PlanFilter["value"],
) => ({
  ...{ field, operator, value, negated: false, either: null, words: field, label: field },
});
const filters: PlanFilter[] = [
  filter("city", "=", "Lisbon"),
  { ...filter("city", "=", "Lisbon"), negated: true },
  filter("near", "near", [40, -7, 300]),
  { ...filter("near", "near", [40, -7, 300]), negated: true },
  filter("people", "contains", "Ben"),
  filter("rating", ">=", 3),
  filter("taken", "within", [Date.UTC(2021, 2), Date.UTC(2021, 8)]),
  filter("hour", "within", [6, 18]),
  filter("latitude", "known", true),
];

test.each([
  "",
  "dog",
  "river",
])("one filter more never adds a photo, whatever else is asked: %j", async (text) => {
  const base = { ...(await search.plan(localOwner, { text })) };
  for (const one of filters) {
    const before = await found(localOwner, { plan: { ...base, filters: [one] }, limit: 200 });
    for (const other of filters) {
      const after = await found(localOwner, { plan: { ...base, filters: [one, other] }, limit: 200 });
      expect(after.filter((name) => !before.includes(name))).toEqual([]);
    }
    const both = await found(localOwner, {
      plan: { ...base, filters: [one, { ...one, negated: !one.negated }] },
      limit: 200,
    });
    expect(both).toEqual([]);
  }
});

test("an alternative to a circle finds photos near it or in the city, and nothing else", async () => {
  const either = (one: PlanFilter) => ({ ...one, either: 0 });
  const plan = await search.plan(localOwner, { text: "" });
  const of = (...asked: PlanFilter[]) => found(localOwner, { plan: { ...plan, filters: asked }, limit: 200 });
  const [circle, porto] = [filter("near", "near", [40, -7, 300]), filter("city", "=", "Porto")];
  const union = new Set([...(await of(circle)), ...(await of(porto))]);
  expect((await of(either(circle), either(porto))).sort()).toEqual([...union].sort());
});

test("a plan that is sent back finds the same photos", async () => {
  for (const text of [
    "a dog in Lisbon",
    "near Porto, not in Berlin",
    "with Ben or in Porto",
    "dogs without a house",
  ]) {
    const { plan } = await search.run(localOwner, { text, ...now });
    expect(await found(localOwner, { plan: JSON.parse(JSON.stringify(plan)), limit: 200 }), text).toEqual(
      await ask(text),
    );
  }
});

test("pages stay those of the first ranking, although photos arrive", async () => {
  const first = await search.run(localOwner, { text: "a dog", limit: 15 });
  await add("a late dog", { takenLocal: "2021-05-05T10:00:00.000" }, "A dog.");
  const pages = [first.hits];
  for (let next = first.next; next; ) {
    const page = await search.run(localOwner, { text: "a dog", limit: 15, cursor: next });
    pages.push(page.hits);
    next = page.next;
  }
  const ids = pages.flat().map(({ photo }) => names.get(photo.id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(first.total);
  expect(ids).not.toContain("a late dog");
});

test("questions write nothing into the database", async () => {
  const written = async () =>
    (await sql<{ n: number }>`select total_changes() as n`.execute(database.rows)).rows[0]?.n;
  const before = await written();
  const { hits, next } = await search.run(localOwner, { text: "a dog", limit: 5 });
  await search.run(localOwner, { text: "a dog", limit: 5, cursor: next ?? "" });
  await search.similar(localOwner, { photoId: hits[0]?.photo.id ?? "" });
  await search.plan(localOwner, { text: "a dog in Porto" });
  expect(await written()).toBe(before);
});

test("an answer that was forgotten is found again, and goes on where its page began", async () => {
  const { hits } = await search.run(localOwner, { text: "a dog", limit: 10 });
  const cursor = "01900000-0000-7000-8000-00000000000a_5";
  const page = await search.run(localOwner, { text: "a dog", limit: 5, cursor });
  expect(page.hits.map(({ photo }) => photo.id)).toEqual(hits.slice(5).map(({ photo }) => photo.id));
  expect(page.next).not.toContain(cursor.slice(0, 36));
});

test.each([
  "",
  "a dog",
  "a goal",
  "beach without people",
  "a dog in Porto, newest first",
  "the best 3 photos",
  "a dog, one per day",
])("the total is the number of photos that can be paged through: %j", async (text) => {
  const { total } = await search.run(localOwner, { text, ...now });
  expect(total).toBeGreaterThan(0);
  for (const limit of [1, 7, 200]) {
    const ids = await paged(text, limit);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  }
});

const remove = (ids: string[]) => createPhotos(database).remove(localOwner, ids);
const restore = (ids: string[]) =>
  database.rows.updateTable("photos").where("id", "in", ids).set({ deleted_at: null }).execute();

test("a removed photo leaves its result set, and is there again when it comes back", async () => {
  const set = await search.resolve(localOwner, await search.plan(localOwner, { text: "a dog" }), {
    words: new Map(),
    lasting: true,
  });
  const ids = set.hits.map(({ photoId }) => photoId);
  const gone = [0, 3, 20].flatMap((at) => ids[at] ?? []);
  const left = ids.filter((id) => !gone.includes(id));
  await remove(gone);
  const after = await search.load(localOwner, set.id);
  expect(after).toMatchObject({ total: set.total - 3, removed: 3 });
  expect(after.hits.map(({ photoId }) => photoId)).toEqual(left);
  const { hits } = await search.page(localOwner, after, 0, 200);
  expect(hits.map(({ photo }) => photo.id)).toEqual(left);
  await restore(gone);
  expect(await search.load(localOwner, set.id)).toMatchObject({ total: set.total, removed: 0 });
});

test("pages neither overlap nor leave a gap when photos are removed between them", async () => {
  const all = await paged("a dog", 200);
  const gone = all.slice(5, 18);
  const ids = await paged("a dog", 5, async () => void (await remove(gone)));
  await restore(gone);
  expect(ids).toEqual(all.filter((id) => !gone.includes(id)));
});

test("a near-duplicate takes the place of the removed photo that led it", async () => {
  const set = await search.resolve(localOwner, await search.plan(localOwner, { text: "goal" }), {
    words: new Map(),
    lasting: true,
  });
  const [lead] = set.hits;
  const gone = lead ? [lead.photoId] : [];
  await remove(gone);
  const { total, hits } = await search.load(localOwner, set.id);
  await restore(gone);
  expect(total).toBe(1);
  expect(hits).toMatchObject([{ photoId: lead?.more[0], more: [] }]);
});

test.each([
  ["weddings 1987", ["of 1987", "of July 1987", "of a day"]],
  ["weddings in July 1987", ["of July 1987", "of a day"]],
  ["weddings on 4 July 1987", ["of a day"]],
  ["weddings in January 1987", []],
  ["weddings on 1 January 1987", []],
  ["weddings in the summer of 1987", ["of July 1987", "of a day"]],
  ["weddings in the 1980s", ["of 1987", "of July 1987", "of a day"]],
  ["weddings before 1988", ["of 1987", "of July 1987", "of a day"]],
  ["weddings since May 1987", ["of July 1987", "of a day"]],
  ["weddings in 1987, but not in July 1987", ["of 1987"]],
  ["weddings in January 1987 or July 1987", ["of July 1987", "of a day"]],
  ["weddings on new year's day", []],
  ["weddings at night", []],
])("what is known of a date has to lie in what is asked for: %s", async (question, expected) => {
  expect((await ask(question)).sort()).toEqual(expected);
});

test("a guessed date finds a photo, and the photo says that it is one", async () => {
  const { hits } = await search.run(localOwner, { text: "parrots in May 1992", limit: 5, ...now });
  expect(hits.map(({ photo }) => [photo.takenAt, photo.takenFrom])).toEqual([["1992-05-28", "name"]]);
});
