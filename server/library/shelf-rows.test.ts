import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { addKnownPhoto, plainLooks } from "#tests/fixtures/known-photo.ts";
import type { Database } from "../engines/database/port.ts";
import { createEdits, type Edits } from "./edits.ts";
import { type PhotoFacts, writeFacts } from "./facts.ts";
import { localOwner, newId } from "./ids.ts";
import { createPhotos, type Photos } from "./photos.ts";
import type { Schema } from "./schema.ts";
import { shapeOf } from "./shape.ts";
import { createShelfRows, type ShelfRows } from "./shelf-rows.ts";

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let edits: Edits;
  let shelves: ShelfRows;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
    edits = createEdits(database);
    shelves = createShelfRows(database);
  });

  const add = (facts: Partial<PhotoFacts> = {}) => addKnownPhoto(database, { width: 4, height: 3, ...facts });
  const taken = (takenLocal: string) => ({ takenLocal, takenPrecision: "moment" as const });
  const square = { width: 5, height: 5 };

  test("months hold days and shapes, the newest first; what only a year or nothing dates comes after", async () => {
    await add({ takenLocal: "2019-01-01T00:00:00.000", takenPrecision: "year" });
    await add({ takenLocal: "2019-07-01T00:00:00.000", takenPrecision: "month" });
    await add(taken("2019-07-14T10:00:00.000"));
    await add({ ...taken("2019-07-14T11:00:00.000"), ...square });
    await add(taken("2019-07-13T10:00:00.000"));
    await add();
    const [wide, even] = [shapeOf(4, 3), shapeOf(5, 5)];
    expect(await shelves.months(localOwner)).toEqual([
      { key: "2019-07", days: [14, 2, 13, 1, 0, 1], shapes: even + wide + wide + wide },
      { key: "2019", days: [0, 1], shapes: wide },
      { key: "undated", days: [0, 1], shapes: wide },
    ]);
    expect(await shelves.months(newId())).toEqual([]);
  });

  test("pages of a month are in the order of its shapes, and an edited date moves a photo", async () => {
    const first = await add(taken("2020-05-02T10:00:00.000"));
    const second = await add(taken("2020-05-01T10:00:00.000"));
    const ids = async (section: string, from = 0, limit = 10) =>
      (await shelves.monthPage(localOwner, { section, from, limit })).map(({ id }) => id);
    expect(await ids("2020-05")).toEqual([first, second]);
    expect(await ids("2020-05", 1, 1)).toEqual([second]);
    const changes = {
      takenAt: { local: "2021-06-01T10:00:00.000", offset: null, precision: "moment" as const },
    };
    const { undo } = await edits.edit(localOwner, { photoIds: [second], changes });
    expect([await ids("2020-05"), await ids("2021-06")]).toEqual([[first], [second]]);
    await edits.undo(localOwner, undo);
    expect(await ids("2020-05")).toEqual([first, second]);
    await edits.edit(localOwner, { photoIds: [second], changes: { takenAt: null } });
    expect(await ids("undated")).toEqual([second]);
    // Preparing a photo anew does not take the edit back.
    await writeFacts(
      database.rows,
      localOwner,
      second,
      { ...noFacts, ...taken("2020-05-01T10:00:00.000") },
      plainLooks,
    );
    expect(await ids("undated")).toEqual([second]);
    expect(await ids("no month")).toEqual([]);
  });

  test("a month names the places with most photos", async () => {
    const at = (day: number, city: string | null) => add({ ...taken(`2018-03-0${day}T10:00:00.000`), city });
    for (const [day, city] of [
      [1, "Lisbon"],
      [2, "Porto"],
      [3, "Porto"],
      [4, null],
    ] as const)
      await at(day, city);
    expect(await shelves.placesOf(localOwner, "2018-03", 3)).toEqual(["Porto", "Lisbon"]);
    expect(await shelves.placesOf(localOwner, "2018-03", 1)).toEqual(["Porto"]);
  });

  test("a removed photo is in the bin alone, and a discarded one is nowhere", async () => {
    const [one, two, three] = [await add(), await add(), await add()];
    await photos.remove(localOwner, [one, two]);
    const inBin = async () => {
      const [section] = await shelves.bin(localOwner);
      const page = { section: section?.key ?? "1970-01-01", from: 0, limit: 10 };
      return (await shelves.binPage(localOwner, page)).map(({ id }) => id).toSorted();
    };
    expect(await inBin()).toEqual([one, two].toSorted());
    expect((await shelves.months(localOwner)).map(({ days }) => days)).toEqual([[0, 1]]);
    expect((await shelves.photos(localOwner, [one, three])).map(({ id }) => id)).toEqual([three]);
    expect(await shelves.shapes(localOwner, [one, three])).toHaveLength(1);

    expect(await photos.discard(localOwner, [one, three])).toBe(1);
    expect(await inBin()).toEqual([two]);
    expect(await photos.restore(localOwner, [one])).toBe(0);
    expect(await photos.discard(newId(), "all")).toBe(0);
    expect(await photos.discard(localOwner, "all")).toBe(1);
    expect(await inBin()).toEqual([]);
    // The worker deletes it for good at its next round, whatever the clock says.
    expect((await photos.removedBefore(1, 10)).map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
    const again = await database.rows
      .selectFrom("photos")
      .select(["sha256", "file_name as fileName", "type", "extension"])
      .where("id", "=", one)
      .executeTakeFirstOrThrow();
    await photos.receive(localOwner, { ...again, bytes: 1, modifiedAt: null });
    expect((await photos.get(localOwner, [one])).map(({ id }) => id)).toEqual([one]);
  });
});
