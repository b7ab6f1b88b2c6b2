import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import type { Database } from "../engines/database/port.ts";
import { type Companions, createCompanions } from "./companions.ts";
import { createEdits, type Edits } from "./edits.ts";
import { type PhotoFacts, writeFacts } from "./facts.ts";
import { localOwner, newId } from "./ids.ts";
import { createPhotos, type Photos } from "./photos.ts";
import type { Schema } from "./schema.ts";
import { armJob, setStatus } from "./stages.ts";

const types: Record<string, string> = {
  jpg: "image/jpeg",
  mov: "video/quicktime",
  cr2: "image/x-canon-cr2",
  xmp: "application/rdf+xml",
};
const shot: Partial<PhotoFacts> = {
  ...{ takenLocal: "2024-07-14T20:47:31.000", takenPrecision: "moment", takenFrom: "file" },
  ...{ make: "Canon", model: "EOS 40D" },
};

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let companions: Companions;
  let edits: Edits;
  let seed = 0;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
    companions = createCompanions(database);
    edits = createEdits(database);
  });

  async function add(fileName: string, facts: Partial<PhotoFacts> = {}): Promise<string> {
    const extension = fileName.split(".").at(-1) ?? "";
    const type = types[extension] ?? "";
    const sha256 = String(seed++).padStart(64, "0");
    const arrival = { sha256, fileName, type, extension, bytes: 1, modifiedAt: null };
    const { photo } = await photos.receive(localOwner, arrival);
    const derived = { thumbhash: null, colours: [], brightness: null };
    await writeFacts(database.rows, localOwner, photo.id, { ...noFacts, ...facts }, derived);
    return photo.id;
  }

  const get = async (id: string) => (await photos.get(localOwner, [id]))[0];
  const stagesOf = async (id: string) => {
    const jobs = await database.rows.selectFrom("jobs").select("stage").where("photo_id", "=", id).execute();
    return jobs.map(({ stage }) => stage).sort();
  };
  const eventsOf = async (id: string) => (await photos.timeline(localOwner, id)).map(({ type }) => type);
  const title = (id: string, text: string) =>
    edits.edit(localOwner, { id: newId(), photoIds: [id], changes: { title: text } });

  test("if two processes settle two files at once, exactly one file joins the other", async () => {
    const other = createCompanions(await connect());
    for (let round = 0; round < 5; round++) {
      const still = await add(`IMG_${round}.jpg`);
      const film = await add(`IMG_${round}.mov`);
      await Promise.all([companions.settle(localOwner, still), other.settle(localOwner, film)]);
      expect((await get(film))?.partOf).toEqual({ role: "motion", of: still });
      expect((await get(still))?.companions.map(({ id }) => id)).toEqual([film]);
      expect(await eventsOf(still)).toEqual(["received", "joined"]);
    }
  });

  test("the log of events is written last, after all pairs of a shot", async () => {
    const film = await add("IMG_1.mov");
    const raw = await add("IMG_1.cr2", shot);
    const sidecar = await add("IMG_1.cr2.xmp");
    await companions.settle(localOwner, sidecar);
    const still = await add("IMG_1.jpg", shot);
    const written: string[] = [];
    const listening = database.rows.withPlugin({
      transformQuery({ node }) {
        const writes = ["InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode"].includes(node.kind);
        if (writes) written.push(JSON.stringify(node).includes('"name":"events"') ? "event" : "row");
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    expect(await createCompanions({ ...database, rows: listening }).settle(localOwner, still)).toBe(true);
    // Ids of one millisecond are in no order.
    const joined = (await get(still))?.companions.map(({ id }) => id).toSorted();
    expect(joined).toEqual([film, raw, sidecar].toSorted());
    expect(written.filter((each) => each === "event")).toHaveLength(4);
    expect(written.lastIndexOf("row")).toBeLessThan(written.indexOf("event"));
  });

  test("a file without companions changes nothing, and joining twice is joining once", async () => {
    const still = await add("IMG_1.jpg");
    expect(await companions.settle(localOwner, still)).toBe(false);
    const film = await add("IMG_1.mov");
    expect(await companions.settle(localOwner, film)).toBe(true);
    expect(await companions.settle(localOwner, film)).toBe(false);
    expect(await companions.settle(localOwner, still)).toBe(false);
    expect(await eventsOf(still)).toEqual(["received", "joined"]);
  });

  test("a file that joins a photo is no longer described, indexed or counted", async () => {
    const still = await add("IMG_1.jpg", shot);
    const raw = await add("IMG_1.cr2", shot);
    await armJob(database.rows, localOwner, raw, "describe");
    await companions.settle(localOwner, still);
    expect(await stagesOf(raw)).toEqual(["index", "prepare"]);
    expect(await stagesOf(still)).toEqual(["index", "prepare"]);
    expect((await photos.list(localOwner, { limit: 10 })).items.map(({ id }) => id)).toEqual([still]);
    expect((await photos.span(localOwner)).total).toBe(1);
  });

  test("a file that has just become a part is no longer counted, although the index still has it", async () => {
    const still = await add("IMG_1.jpg", shot);
    const raw = await add("IMG_1.cr2", shot);
    expect(await photos.leaving(localOwner)).toEqual(new Set());
    await companions.settle(localOwner, still);
    expect(await photos.leaving(localOwner)).toEqual(new Set([raw]));
    expect([...(await photos.sortTimes(localOwner, [still, raw])).keys()]).toEqual([still]);
    await database.rows.deleteFrom("jobs").where("photo_id", "=", raw).execute();
    expect(await photos.leaving(localOwner)).toEqual(new Set());
  });

  test("a person's words and the sidecars of a raw file go to the photo that it joins", async () => {
    const raw = await add("IMG_1.cr2", shot);
    const sidecar = await add("IMG_1.cr2.xmp");
    await companions.settle(localOwner, sidecar);
    expect((await get(raw))?.companions.map(({ id }) => id)).toEqual([sidecar]);
    await title(raw, "Mine");
    const still = await add("IMG_1.jpg", shot);
    await companions.settle(localOwner, still);
    const photo = await get(still);
    expect(photo).toMatchObject({ title: "Mine", edited: ["title"] });
    expect(photo?.companions.map(({ id }) => id)).toEqual([raw, sidecar]);
    expect((await get(sidecar))?.partOf?.of).toBe(still);
    expect(await stagesOf(still)).toEqual(["index", "prepare"]);
  });

  test("a date and a caption that move to the photo are sorted by, embedded, and stand for the model's", async () => {
    const raw = await add("IMG_1.cr2", shot);
    const still = await add("IMG_1.jpg", shot);
    const takenAt = { local: "1987-01-01T00:00:00.000", offset: null, precision: "year" as const };
    await edits.edit(localOwner, { photoIds: [raw], changes: { takenAt, caption: "A tram." } });
    await setStatus(database.rows, still, "failed", { stage: "describe", reason: "It refused." });
    await database.rows.deleteFrom("jobs").where("photo_id", "=", still).execute();
    await companions.settle(localOwner, still);
    expect(await get(still)).toMatchObject({
      ...{ takenAt: "1987", caption: { text: "A tram." }, status: "described", failure: null },
    });
    expect(await stagesOf(still)).toEqual(["embed", "index"]);
    const row = database.rows.selectFrom("photos").select(["sort_at", "taken_day"]).where("id", "=", still);
    const { sort_at, taken_day } = await row.executeTakeFirstOrThrow();
    expect([Number(sort_at), taken_day]).toEqual([Date.parse("1987-01-01T00:00:00Z"), 19870000]);
  });

  test("if both were edited, the photo's own edits stay", async () => {
    const raw = await add("IMG_1.cr2", shot);
    const still = await add("IMG_1.jpg", shot);
    await title(raw, "Raw");
    await edits.edit(localOwner, { id: newId(), photoIds: [raw], changes: { rating: 4 } });
    await title(still, "Photo");
    await companions.settle(localOwner, still);
    expect(await get(still)).toMatchObject({ title: "Photo", rating: 4 });
  });

  test("a file whose photo was deleted for good begins anew when it is sent again", async () => {
    const still = await add("IMG_1.jpg");
    const film = await add("IMG_1.mov");
    await companions.settle(localOwner, still);
    expect(await photos.remove(localOwner, [still])).toBe(1);
    const [gone] = await photos
      .removedBefore(Number.MAX_SAFE_INTEGER, 10)
      .then((all) => all.filter(({ id }) => id === still));
    if (!gone) throw new Error("it was not removed");
    await photos.purge(gone, Number.MAX_SAFE_INTEGER, async () => {});
    expect(await photos.restore(localOwner, [film])).toBe(1);
    expect((await get(film))?.partOf).toBeNull();
    expect(await stagesOf(film)).toContain("prepare");
  });

  test("other owners' files are no companions", async () => {
    const still = await add("IMG_1.jpg");
    const film = await add("IMG_1.mov");
    await database.rows.updateTable("photos").set({ owner: "another" }).where("id", "=", film).execute();
    expect(await companions.settle(localOwner, still)).toBe(false);
  });
});
