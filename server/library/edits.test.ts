import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import type { Database } from "../engines/database/port.ts";
import { writeCaption } from "./captions.ts";
import { libraryTime } from "./clock.ts";
import { createEdits, type Edits } from "./edits.ts";
import { type PhotoFacts, writeFacts } from "./facts.ts";
import { localOwner, newId } from "./ids.ts";
import type { PhotoChanges } from "./photo-changes.ts";
import { createPhotos, type Photos } from "./photos.ts";
import type { Schema } from "./schema.ts";
import { setStatus } from "./stages.ts";

const lisbon = {
  city: "Lisbon",
  region: "Lisbon",
  country: "Portugal",
  countryCode: "PT",
  latitude: 38.7,
  longitude: -9.1,
};
const porto = {
  city: "Porto",
  region: "Porto",
  country: "Portugal",
  countryCode: "PT",
  at: { latitude: 41.1, longitude: -8.6 },
  isExact: true,
};

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let edits: Edits;
  let seed = 0;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
    edits = createEdits(database);
  });

  const prepare = async (id: string, facts: Partial<PhotoFacts>) => {
    const derived = { thumbhash: "abcd", colours: [], brightness: null };
    await writeFacts(database.rows, localOwner, id, { ...noFacts, ...facts }, derived);
  };

  const add = async (facts: Partial<PhotoFacts> = {}): Promise<string> => {
    const { photo } = await photos.receive(localOwner, {
      sha256: String(seed++).padStart(64, "0"),
      fileName: "a.jpg",
      type: "image/jpeg",
      extension: "jpg",
      bytes: 1,
      modifiedAt: null,
    });
    await prepare(photo.id, facts);
    await setStatus(database.rows, photo.id, "indexed");
    await database.rows.deleteFrom("jobs").execute();
    return photo.id;
  };

  const edit = (ids: string[], changes: PhotoChanges, id?: string) =>
    edits.edit(localOwner, { id, photoIds: ids, changes });
  const get = async (id: string) => (await photos.get(localOwner, [id]))[0];
  const stages = async () =>
    (await database.rows.selectFrom("jobs").select("stage").execute()).map(({ stage }) => stage).sort();

  test("an edit wins over the file until the file's own is asked for again", async () => {
    const id = await add({
      ...lisbon,
      ...{
        title: "From the file",
        description: "Of the file.",
        keywords: ["file"],
        people: ["Ben"],
        rating: 2,
      },
      takenLocal: "2020-01-01T00:00:00.000",
    });
    const file = await get(id);
    await edit([id], {
      ...{ title: "Mine", description: "My own.", caption: "A tram.", rating: 5, favourite: true },
      ...{ keywords: ["mine"], people: ["Anna", "Ben"], place: porto },
      takenAt: { local: "1999-07-14T20:47:00.000", offset: 120, precision: "moment" },
    });
    // No preparation touches it.
    await prepare(id, { ...lisbon, title: "Another", takenLocal: "2020-01-01T00:00:00.000" });
    expect(await get(id)).toMatchObject({
      ...{ title: "Mine", description: "My own.", rating: 5, favourite: true },
      caption: { text: "A tram.", model: "person" },
      ...{ keywords: ["mine"], people: ["Anna", "Ben"], takenAt: "1999-07-14T20:47:00+02:00" },
      place: { city: "Porto", region: "Porto", country: "Portugal", latitude: 41.1, longitude: -8.6 },
      edited: ["title", "description", "caption", "takenAt", "place", "people", "keywords", "rating"],
    });
    expect((await photos.sortTimes(localOwner, [id])).get(id)).toBe(Date.parse("1999-07-14T20:47:00Z"));
    expect((await photos.positions(localOwner, [id])).get(id)).toEqual({ latitude: 41.1, longitude: -8.6 });

    await prepare(id, {
      ...lisbon,
      ...{
        title: "From the file",
        description: "Of the file.",
        keywords: ["file"],
        people: ["Ben"],
        rating: 2,
      },
      takenLocal: "2020-01-01T00:00:00.000",
    });
    await edit([id], {
      revert: ["title", "description", "caption", "takenAt", "place", "people", "keywords", "rating"],
      favourite: false,
    });
    expect(await get(id)).toEqual({ ...file, status: "prepared" });
    expect((await photos.sortTimes(localOwner, [id])).get(id)).toBe(Date.parse("2020-01-01T00:00:00Z"));
  });

  test("a person can say that there is none", async () => {
    const id = await add({
      ...lisbon,
      ...{ title: "T", description: "D", keywords: ["k"], people: ["p"], rating: 3 },
      takenLocal: "2020-01-01T00:00:00.000",
    });
    await edit([id], {
      ...{ title: null, description: null, takenAt: null, place: null, keywords: [], people: [], rating: 0 },
    });
    expect(await get(id)).toMatchObject({
      ...{ title: null, description: null, takenAt: null, place: null, keywords: [], people: [], rating: 0 },
    });
    expect((await photos.traits(localOwner, [id])).get(id)).toMatchObject({ taken: null });
    expect(await photos.positions(localOwner, [id])).toEqual(new Map());
    expect(await photos.span(localOwner)).toEqual({ total: 1, oldest: null, newest: null });
    const known = await photos.load(localOwner, id);
    expect((await photos.sortTimes(localOwner, [id])).get(id)).toBe(Number(known?.photo.created_at));
    // The file is read again, and its date does not sort the photo.
    await prepare(id, { takenLocal: "2021-01-01T00:00:00.000" });
    expect((await photos.sortTimes(localOwner, [id])).get(id)).toBe(Number(known?.photo.created_at));
  });

  test("a year that a person set stays a year on the shelf when the file is read again", async () => {
    const id = await add({ takenLocal: "2020-01-01T00:00:00.000", takenPrecision: "moment" });
    const row = async () => {
      const columns = database.rows.selectFrom("photos").select(["sort_at", "taken_day"]);
      const { sort_at, taken_day } = await columns.where("id", "=", id).executeTakeFirstOrThrow();
      return [Number(taken_day), Number(sort_at)];
    };
    await edit([id], { takenAt: { local: "1987-01-01T00:00:00.000", offset: null, precision: "year" } });
    expect(await row()).toEqual([19870000, Date.parse("1987-01-01T00:00:00Z")]);
    await prepare(id, { takenLocal: "2020-01-01T00:00:00.000", takenPrecision: "moment" });
    expect(await row()).toEqual([19870000, Date.parse("1987-01-01T00:00:00Z")]);
    await edit([id], { takenAt: null });
    const undated = await row();
    await prepare(id, { takenLocal: "2020-01-01T00:00:00.000", takenPrecision: "moment" });
    expect([undated[0], await row()]).toEqual([0, undated]);
  });

  test("many dates are shifted at once, each by its own clock, and names are added to what is there", async () => {
    const dated = await add({ takenLocal: "2020-12-31T23:30:00.000", takenOffset: 60, keywords: ["a"] });
    const undated = await add({ people: ["Ben"] });
    const made = await edit([dated, undated, newId()], {
      ...{ shiftMinutes: 60, addKeywords: ["b", "a"], addPeople: ["Anna"], removePeople: ["Ben"] },
    });
    expect(made.edited).toBe(2);
    expect(await get(dated)).toMatchObject({
      ...{ takenAt: "2021-01-01T00:30:00+01:00", keywords: ["a", "b"], people: ["Anna"] },
    });
    expect(await get(undated)).toMatchObject({ takenAt: null, keywords: ["b", "a"], people: ["Anna"] });
    await expect(edit([dated], { shiftMinutes: -200 * 525_960 * 2 })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("an edit that is sent twice is made once", async () => {
    const id = await add({ takenLocal: "2020-01-01T00:00:00.000" });
    const name = newId();
    const made = await edit([id], { shiftMinutes: 60 }, name);
    expect(await edit([id], { shiftMinutes: 60 }, name)).toEqual(made);
    expect((await get(id))?.takenAt).toBe("2020-01-01T01:00:00");
    const stranger = { photoIds: [id], changes: { title: "x" }, id: name };
    await expect(edits.edit(newId(), stranger)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("an edit is taken back, but not what was changed after it", async () => {
    const [one, other] = [await add({ title: "One", rating: 1 }), await add({ title: "Other", ...lisbon })];
    const { undo } = await edit([one, other], { title: "Both", rating: 4, place: porto });
    await edit([other], { title: "Later" });
    expect(await edits.undo(localOwner, undo)).toEqual([one]);
    expect(await get(one)).toMatchObject({ title: "One", rating: 1, place: null, edited: [] });
    expect(await get(other)).toMatchObject({ title: "Later", rating: null, place: { city: "Lisbon" } });
    expect(await edits.undo(localOwner, undo)).toEqual([one]);
    await expect(edits.undo(newId(), undo)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await edits.forgetBefore(libraryTime() + 1);
    await expect(edits.undo(localOwner, undo)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("photos that are not there, or of somebody else, are not edited", async () => {
    const id = await add();
    await expect(edits.edit(newId(), { photoIds: [id], changes: { title: "x" } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await photos.remove(localOwner, [id]);
    await expect(edit([id], { title: "x" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a change is indexed and reported, and embedded anew only if the vector's text has changed", async () => {
    const id = await add({ title: "T" });
    await edit([id], { title: "T2" });
    // Nothing has described it, so there is nothing to embed.
    expect(await stages()).toEqual(["index"]);
    await database.rows.deleteFrom("jobs").execute();
    await writeCaption(database.rows, localOwner, id, { text: "A dog.", model: "llava", raw: null });
    await edit([id], { rating: 3, favourite: true });
    expect(await stages()).toEqual(["index"]);
    await edit([id], { caption: "A cat." });
    expect(await stages()).toEqual(["embed", "index"]);
    await database.rows.deleteFrom("jobs").execute();
    await edit([id], { caption: "A cat." });
    expect(await stages()).toEqual([]);
    const told = (await photos.timeline(localOwner, id)).filter(({ type }) => type === "edited");
    expect(told.map(({ fields }) => fields)).toEqual([["title"], ["rating", "favourite"], ["caption"]]);
  });

  test("a person's caption stands where a model failed, and the model is asked again when it is taken back", async () => {
    const id = await add();
    await setStatus(database.rows, id, "failed", { stage: "describe", reason: "It refused." });
    const { undo } = await edit([id], { caption: "A cat." });
    expect(await get(id)).toMatchObject({ status: "described", failure: null });
    expect(await stages()).toEqual(["embed", "index"]);
    await edits.undo(localOwner, undo);
    expect(await get(id)).toMatchObject({ status: "prepared", caption: null });
    expect(await stages()).toEqual(["describe", "index"]);
  });
});
