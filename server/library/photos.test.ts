import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import type { PhotoFacts } from "./facts.ts";
import { writeFacts } from "./facts.ts";
import { localOwner, newId } from "./ids.ts";
import { createPhotos, type Photos } from "./photos.ts";
import type { Schema } from "./schema.ts";

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
  });

  const hash = (seed: number) => String(seed).padStart(64, "0");
  const arrival = (seed: number) => ({
    sha256: hash(seed),
    fileName: `IMG_${seed}.jpg`,
    type: "image/jpeg",
    extension: "jpg",
    bytes: 1,
    modifiedAt: null,
  });
  const receive = async (seed: number, owner = localOwner) =>
    (await photos.receive(owner, arrival(seed))).photo.id;

  const prepare = (id: string, facts: Partial<PhotoFacts>) =>
    writeFacts(
      database.rows,
      localOwner,
      id,
      { ...noFacts, width: 4, height: 3, ...facts },
      { thumbhash: "abcd", colours: [], brightness: 0.5 },
    );

  test("the same bytes are the same photo, within one owner", async () => {
    const first = await photos.receive(localOwner, arrival(1));
    const again = await photos.receive(localOwner, { ...arrival(1), fileName: "another name.jpg" });
    expect([first.duplicate, again.duplicate]).toEqual([false, true]);
    expect(again.photo).toEqual(first.photo);
    const stranger = await photos.receive(newId(), arrival(1));
    expect(stranger.duplicate).toBe(false);
    expect(stranger.photo.id).not.toBe(first.photo.id);
  });

  test("an owner sees no photo of another owner", async () => {
    const id = await receive(1);
    const stranger = newId();
    expect(await photos.get(stranger, [id])).toEqual([]);
    expect(await photos.known(stranger, [hash(1)])).toEqual([]);
    expect((await photos.list(stranger, { limit: 10 })).items).toEqual([]);
    expect(await photos.timeline(stranger, id)).toEqual([]);
    expect(await photos.remove(stranger, [id])).toBe(0);
    expect(await photos.load(stranger, id)).toBeNull();
  });

  test("time taken is the camera's local time, with an offset only where it is known", async () => {
    const id = await receive(1);
    await prepare(id, { takenLocal: "2024-07-14T20:47:31.000" });
    expect((await photos.get(localOwner, [id]))[0]?.takenAt).toBe("2024-07-14T20:47:31");
    await prepare(id, { takenLocal: "2024-07-14T20:47:31.250", takenOffset: -210 });
    expect((await photos.get(localOwner, [id]))[0]?.takenAt).toBe("2024-07-14T20:47:31.250-03:30");
  });

  test("a date is as exact as it is known, and says where it comes from", async () => {
    const id = await receive(1);
    const read = async () => {
      const [photo] = await photos.get(localOwner, [id]);
      return [photo?.takenAt, photo?.takenFrom];
    };
    const year = {
      takenLocal: "1987-01-01T00:00:00.000",
      takenPrecision: "year",
      takenFrom: "file",
    } as const;
    await prepare(id, year);
    expect(await read()).toEqual(["1987", "file"]);
    await prepare(id, { ...year, takenPrecision: "month", takenFrom: "name" });
    expect(await read()).toEqual(["1987-01", "name"]);
    const edit = { photo_id: id, owner: localOwner, favourite: 0, updated_at: 1 };
    await database.rows
      .insertInto("photo_edits")
      .values({ ...edit, taken_local: "1999-01-01T10:00:00.000" })
      .execute();
    expect(await read()).toEqual(["1999-01-01T10:00:00", "person"]);
  });

  test("a person's edits win, and preparing the photo again does not touch them", async () => {
    const id = await receive(1);
    await prepare(id, {
      takenLocal: "2024-07-14T20:47:31.000",
      title: "From the file",
      keywords: ["file"],
      rating: 2,
    });
    const edits = {
      photo_id: id,
      owner: localOwner,
      favourite: 1,
      title: "Mine",
      rating: 5,
      taken_local: "1999-01-01T00:00:00.000",
      updated_at: 1,
    };
    await database.rows.insertInto("photo_edits").values(edits).execute();
    await prepare(id, {
      takenLocal: "2020-01-01T00:00:00.000",
      title: "From the file again",
      keywords: ["anew"],
    });
    const [photo] = await photos.get(localOwner, [id]);
    expect(photo).toMatchObject({
      title: "Mine",
      rating: 5,
      favourite: true,
      keywords: ["anew"],
      takenAt: "1999-01-01T00:00:00",
    });
  });

  test("the list is newest first by time taken, and its pages neither skip nor repeat", async () => {
    const years = [2003, 2020, 1999, 2020, 2011, 2024, 2020];
    for (const [seed, year] of years.entries())
      await prepare(await receive(seed), { takenLocal: `${year}-05-05T12:00:00.000` });
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await photos.list(localOwner, { limit: 2, cursor });
      seen.push(...page.items.map((photo) => photo.takenAt));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.map((time) => Number(time?.slice(0, 4)))).toEqual(years.toSorted((a, b) => b - a));
  });

  test("a removed photo is hidden at once, and comes back with the same bytes", async () => {
    const id = await receive(1);
    expect(await photos.remove(localOwner, [id, newId()])).toBe(1);
    expect(await photos.get(localOwner, [id])).toEqual([]);
    expect(await photos.known(localOwner, [hash(1)])).toEqual([]);
    expect((await photos.span(localOwner)).total).toBe(0);
    const back = await photos.receive(localOwner, arrival(1));
    expect(back).toMatchObject({ duplicate: true, photo: { id } });
    expect((await photos.timeline(localOwner, id)).map((event) => event.type)).toEqual([
      "received",
      "removed",
      "restored",
    ]);
  });

  test("removed photos are brought back by their owner, and nothing else is", async () => {
    const [gone, there] = [await receive(1), await receive(2)];
    await photos.remove(localOwner, [gone]);
    expect(await photos.restore("a stranger", [gone])).toBe(0);
    expect(await photos.restore(localOwner, [gone, there, newId()])).toBe(1);
    expect((await photos.get(localOwner, [gone])).map(({ id }) => id)).toEqual([gone]);
    expect((await photos.timeline(localOwner, gone)).at(-1)?.type).toBe("restored");
    expect((await photos.timeline(localOwner, there)).map(({ type }) => type)).toEqual(["received"]);
  });

  test("a purge deletes photos that were removed long ago, but none that came back and no bytes that another owner has", async () => {
    const [gone, back, shared] = [await receive(1), await receive(2), await receive(3)];
    await receive(3, newId());
    await photos.remove(localOwner, [gone, back, shared]);
    const deadline = libraryTime() + 1;
    const candidates = await photos.removedBefore(deadline, 10);
    expect(candidates.map((photo) => photo.id).sort()).toEqual([gone, back, shared].sort());
    await receive(2);
    const removedBytes: string[] = [];
    const purged = await Promise.all(
      candidates.map((photo) =>
        photos.purge(photo, deadline, async () => void removedBytes.push(photo.sha256)),
      ),
    );
    expect(purged.filter(Boolean)).toHaveLength(2);
    expect(removedBytes).toEqual([hash(1)]);
    expect(await photos.timeline(localOwner, gone)).toEqual([]);
    expect(await photos.get(localOwner, [back])).toHaveLength(1);
  });
});
