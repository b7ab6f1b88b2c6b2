import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import type { Database } from "../engines/database/port.ts";
import { type AlbumRows, createAlbumRows } from "../library/album-rows.ts";
import { createChangeMark } from "../library/change-mark.ts";
import { createConversations } from "../library/conversations.ts";
import { createEdits, type Edits } from "../library/edits.ts";
import { writeFacts } from "../library/facts.ts";
import { localOwner, newId } from "../library/ids.ts";
import { createPhotos, type Photos } from "../library/photos.ts";
import { createResultSets } from "../library/result-sets.ts";
import type { Schema } from "../library/schema.ts";
import { createShelfRows } from "../library/shelf-rows.ts";
import { createTripRows } from "../library/trip-rows.ts";
import { type Albums, createAlbums } from "./albums.ts";
import { everything } from "./plan/everything.ts";
import { createRemembered } from "./remembered.ts";
import { createShelves, type Shelves } from "./shelves.ts";

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let edits: Edits;
  let rows: AlbumRows;
  let albums: Albums;
  let shelves: Shelves;
  /** The photos that each living album finds now, and how often photos were looked for. */
  let found: string[] = [];
  let searches = 0;
  let passed = 0;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
    edits = createEdits(database);
    rows = createAlbumRows(database);
    [found, searches, passed] = [[], 0, 0];
    const remembered = createRemembered(createChangeMark(database), { now: () => passed });
    const conversations = createConversations(database);
    albums = createAlbums({
      ...{ rows, conversations, remembered },
      findAll: async () => {
        searches++;
        return found;
      },
      photosOfSet: async () => [],
    });
    const shelfRows = createShelfRows(database);
    const counted: typeof shelfRows = {
      ...shelfRows,
      months: (owner, within) => {
        searches++;
        return shelfRows.months(owner, within);
      },
    };
    shelves = createShelves({
      ...{ rows: counted, conversations, albums, remembered },
      trips: createTripRows(database),
      search: {
        loadWhole: async (_, id) => {
          searches++;
          const hits = found.map((photoId, place) => ({
            ...{ photoId, place, score: 0, similarity: null, more: [] },
          }));
          return { id, plan: everything, total: hits.length, removed: 0, hits, found: null };
        },
      },
    });
  });

  /** Adds a photo that is in the index already. */
  async function added(): Promise<string> {
    const file = { fileName: "", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
    const sha256 = newId().replaceAll("-", "").padStart(64, "0");
    const { photo } = await photos.receive(localOwner, { sha256, ...file });
    const facts = { ...noFacts, takenLocal: "2024-05-03T12:00:00", takenPrecision: "moment" as const };
    await writeFacts(database.rows, localOwner, photo.id, facts, {
      ...{ thumbhash: "abcd", colours: [], brightness: null },
    });
    await indexed();
    return photo.id;
  }
  const indexed = () => database.rows.deleteFrom("jobs").where("stage", "=", "index").execute();
  const living = (name: string) =>
    rows.make(localOwner, { name, plan: JSON.stringify(everything), photoIds: [] });
  const counts = async () => (await albums.list(localOwner)).map(({ photos }) => photos);
  const page = async (album: string, from: number) =>
    (await shelves.page(localOwner, { kind: "album", album }, { section: "album", from, limit: 1 })).map(
      ({ id }) => id,
    );

  test("the list of albums and the pages of a living one look for its photos once", async () => {
    found = [await added(), await added()];
    const { id } = await living("Always");
    await living("Ever");
    expect(await counts()).toEqual([2, 2]);
    expect(await counts()).toEqual([2, 2]);
    const pages = [await page(id, 0), await page(id, 1)].flat();
    expect(pages.toSorted()).toEqual(found.toSorted());
    expect(searches).toBe(2);
  });

  test("changes of photos and albums are seen at once", async () => {
    found = [await added(), await added()];
    const [first = "", second = ""] = found;
    const { id } = await living("Always");
    expect(await counts()).toEqual([2]);
    found = [...found, await added()];
    expect(await counts()).toEqual([3]);
    await albums.takeOut(localOwner, id, [second]);
    await albums.takeOut(localOwner, id, [first]);
    expect(await counts()).toEqual([1]);
    await albums.add(localOwner, id, [first]);
    expect(await counts()).toEqual([2]);
    await photos.remove(localOwner, [first]);
    await indexed();
    expect(await counts()).toEqual([1]);
    await edits.setFavourite(localOwner, found.slice(2), true);
    // The edit is not in the index yet, and then it is.
    expect(await counts()).toEqual([1]);
    found = [];
    expect(await counts()).toEqual([0]);
    await indexed();
    found = [second, ...(await Promise.all([added()]))];
    expect(await counts()).toEqual([1]);
  });

  test("a model that has come back is noticed after a minute", async () => {
    const all = [await added(), await added()];
    await living("Always");
    expect(await counts()).toEqual([0]);
    found = all;
    expect(await counts()).toEqual([0]);
    passed += 60_000;
    expect(await counts()).toEqual([2]);
  });

  test("pages of an answer look for its photos once, and those that are removed leave it", async () => {
    found = [await added(), await added()];
    const conversations = createConversations(database);
    const { turn } = await conversations.beginTurn(localOwner, {
      ...{ id: newId(), conversationId: newId(), begins: true, replaces: null, title: "q", text: "q" },
      ...{ photoIds: [], now: null, timeZone: null },
    });
    const shelf = { kind: "turn", turn: turn.id } as const;
    expect((await shelves.buckets(localOwner, shelf)).sections).toEqual([]);
    const set = { plan: {}, hits: [], total: 2, found: null, lasting: true };
    const { id } = await createResultSets(database, (plan) => plan as object).save(localOwner, set);
    await conversations.adjustTurn(localOwner, turn.id, { result_set_id: id });
    const shown = async () => {
      const { sections } = await shelves.buckets(localOwner, shelf);
      const pages = await Promise.all(
        [0, 1].map((from) => shelves.page(localOwner, shelf, { section: "answer", from, limit: 1 })),
      );
      return [sections[0]?.shapes.length ?? 0, ...pages.flat().map((photo) => photo.id)];
    };
    const [first = "", second = ""] = found;
    expect(await shown()).toEqual([2, first, second]);
    expect(searches).toBe(1);
    found = [second];
    await photos.remove(localOwner, [first]);
    await indexed();
    expect(await shown()).toEqual([1, second]);
  });

  test("the sections of the library are read once, and every change of them is seen at once", async () => {
    const [first, second] = [await added(), await added()];
    const sections = async () => {
      const { sections } = await shelves.buckets(localOwner, { kind: "library" });
      return sections.map(({ key, shapes }) => [key, shapes.length]);
    };
    expect(await sections()).toEqual([["2024-05", 2]]);
    passed += 120_000;
    expect(await sections()).toEqual([["2024-05", 2]]);
    expect(searches).toBe(1);
    await added();
    expect(await sections()).toEqual([["2024-05", 3]]);
    const takenAt = { local: "2023-01-02T10:00:00.000", offset: null, precision: "moment" as const };
    await edits.edit(localOwner, { photoIds: [first], changes: { takenAt } });
    const moved = [
      ["2024-05", 2],
      ["2023-01", 1],
    ];
    expect(await sections()).toEqual(moved);
    await indexed();
    expect(await sections()).toEqual(moved);
    await photos.remove(localOwner, [second]);
    expect(await sections()).toEqual([
      ["2024-05", 1],
      ["2023-01", 1],
    ]);
    await indexed();
    await photos.restore(localOwner, [second]);
    await indexed();
    expect(await sections()).toEqual(moved);
  });
});
