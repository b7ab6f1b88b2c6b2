import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { openWithTables } from "#tests/fixtures/with-tables.ts";
import type { Database } from "../../engines/database/port.ts";
import { createEmbeddedIndex } from "../../engines/index/embedded/embedded.ts";
import type { PhotoIndex } from "../../engines/index/port.ts";
import { switchedOff } from "../../engines/models/switched-off.ts";
import { createEmbeddedQueue } from "../../engines/queue/embedded.ts";
import { createAlbumRows } from "../../library/album-rows.ts";
import { createChangeMark } from "../../library/change-mark.ts";
import { createCollections } from "../../library/collections.ts";
import { createConversations } from "../../library/conversations.ts";
import { createEdits } from "../../library/edits.ts";
import { createEmbeddings } from "../../library/embeddings.ts";
import { createEvents } from "../../library/events.ts";
import { writeFacts } from "../../library/facts.ts";
import { createHubs } from "../../library/hubs.ts";
import { localOwner, newId } from "../../library/ids.ts";
import { createJobs } from "../../library/jobs.ts";
import { loadKnownPhotos } from "../../library/photo-rows.ts";
import { createPhotos } from "../../library/photos.ts";
import { createRelatives } from "../../library/relatives.ts";
import { createResultSets } from "../../library/result-sets.ts";
import type { Schema } from "../../library/schema.ts";
import { createSecondReader } from "../../library/second-reader.ts";
import { createSecondReadings } from "../../library/second-readings.ts";
import { createAlbums } from "../albums.ts";
import { documentOf } from "../document.ts";
import { createRemembered } from "../remembered.ts";
import { createSearch } from "../search.ts";
import { searchPlan } from "../types.ts";
import { createQuestionVectors } from "../vectors.ts";
import { createVocabulary } from "../vocabulary/vocabulary.ts";
import { runTurn, type Tell } from "./run-turn.ts";
import type { TurnNeeds } from "./turn-needs.ts";

/** “Put these in an album called Summer” while processes end: the next one goes on with the turn. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: Database<Schema>;
let index: PhotoIndex;
let needs: TurnNeeds & { albums: ReturnType<typeof createAlbums> };
let conversationId: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  database = await openWithTables(join(folder.path, "glimpse.sqlite"));
  index = await createEmbeddedIndex({ folder: folder.path });
  const [photos, jobs, conversations] = [
    createPhotos(database),
    createJobs(database),
    createConversations(database),
  ];
  const models = switchedOff({ address: "", visionModel: "", embedModel: "", chatModel: "" });
  const embeddings = createEmbeddings(database);
  const vectors = createQuestionVectors({ models, embeddings, collections: createCollections(database) });
  const search = createSearch({
    ...{ database, index, vectors, photos },
    hubs: createHubs(database),
    resultSets: createResultSets(database, searchPlan.parse),
    vocabularies: createVocabulary(database),
  });
  needs = {
    ...{ database, index, vectors, photos, jobs, conversations, models, embeddings, search },
    events: createEvents(database),
    edits: createEdits(database),
    relatives: createRelatives(database),
    albums: createAlbums({
      ...{ rows: createAlbumRows(database), conversations, findAll: search.findAll },
      remembered: createRemembered(createChangeMark(database)),
      photosOfSet: async () => [],
    }),
    queue: createEmbeddedQueue(jobs.due, () => {}),
    secondReader: createSecondReader(database, { mode: "off", patience: 1 }),
    secondReadings: createSecondReadings(database),
  };
  for (let day = 1; day <= 3; day++) await add(day);
  conversationId = newId();
});

afterEach(async () => {
  await needs.queue.close();
  await index.close();
  await database.close();
  await folder[Symbol.asyncDispose]();
});

async function add(day: number): Promise<void> {
  const file = { fileName: "a.jpg", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
  const { photo } = await needs.photos.receive(localOwner, {
    sha256: String(day).padStart(64, "0"),
    ...file,
  });
  const facts = { ...noFacts, takenLocal: `2021-01-0${day}T12:00:00.000` };
  await writeFacts(database.rows, localOwner, photo.id, facts, {
    ...{ thumbhash: null, colours: [], brightness: null },
  });
  const [known] = await loadKnownPhotos(database.rows, localOwner, [photo.id]);
  if (known) await index.putDocuments([documentOf(known)]);
}

async function begun(text: string): Promise<string> {
  const { turn } = await needs.conversations.beginTurn(localOwner, {
    ...{ id: newId(), conversationId, begins: true, replaces: null, title: text, text },
    ...{ photoIds: [], now: null, timeZone: null },
  });
  return turn.id;
}

/** Runs a turn in a process that ends as soon as it wants to tell `endsAt`. */
async function run(id: string, endsAt?: string): Promise<void> {
  const turn = await needs.conversations.turn(localOwner, id);
  const ending = new AbortController();
  const tell: Tell = async (event, set = {}, within) => {
    if (event.type === endsAt) throw new Error("this process ends");
    if (!(await needs.conversations.tellTurn(turn, event, set, turn.lease_by, within))) ending.abort();
  };
  await runTurn(needs, turn, tell, ending.signal);
}

async function asked(): Promise<string> {
  for (const text of ["photos", "put these in an album called Summer"]) await run(await begun(text));
  return begun("yes");
}

const albums = async () =>
  (await needs.albums.list(localOwner)).map(({ name, photos }) => `${name}: ${photos}`);
async function answered(id: string) {
  const { plan, words, state } = await needs.conversations.turn(localOwner, id);
  const { act } = searchPlan.parse(plan);
  const added = act !== null && typeof act === "object" ? act.done?.added.length : null;
  return { words, state, added };
}

test("a turn that is taken over after its album was made says what was done, and does it once", async () => {
  const id = await asked();
  await expect(run(id, "words")).rejects.toThrow("this process ends");
  expect(await albums()).toEqual(["Summer: 3"]);
  const [album] = await needs.albums.list(localOwner);
  // Meanwhile the person has changed the album.
  await needs.albums.change(localOwner, album?.id ?? "", { name: "Summer 2021" });
  await run(id);
  expect(await albums()).toEqual(["Summer 2021: 3"]);
  expect(await answered(id)).toMatchObject({ state: "done", added: 3 });
  expect((await answered(id)).words).toContain("3 photos");
});

test("a process that has lost the turn puts nothing into an album, though it does not know it yet", async () => {
  const id = await asked();
  const turn = await needs.conversations.turn(localOwner, id);
  const stale: Tell = async (event, set = {}, within) => {
    if (event.type === "hits") await database.rows.updateTable("turns").set({ lease_by: "other" }).execute();
    const lease = event.type === "plan" && within ? turn.lease_by : null;
    if (!(await needs.conversations.tellTurn(turn, event, set, lease, within))) ending.abort();
  };
  const ending = new AbortController();
  await expect(runTurn(needs, turn, stale, ending.signal)).rejects.toThrow();
  expect(await albums()).toEqual([]);
  await run(id);
  expect(await albums()).toEqual(["Summer: 3"]);
  expect(await answered(id)).toMatchObject({ state: "done", added: 3 });
});
