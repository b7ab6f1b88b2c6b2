import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { addKnownPhoto } from "#tests/fixtures/known-photo.ts";
import type { Database } from "../engines/database/port.ts";
import { type AlbumRows, createAlbumRows } from "./album-rows.ts";
import { localOwner, newId } from "./ids.ts";
import { createPhotos, type Photos } from "./photos.ts";
import type { Schema } from "./schema.ts";

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let albums: AlbumRows;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
    albums = createAlbumRows(database);
  });

  const taken = (day: string) =>
    addKnownPhoto(database, { takenLocal: `${day}T12:00:00`, takenPrecision: "moment" });
  const make = (name: string, photoIds: string[] = [], plan: string | null = null) =>
    albums.make(localOwner, { name, plan, photoIds });
  const contents = async (id: string) => (await albums.contents(localOwner, id)).photoIds;

  test("an album keeps photos once, in the order in which they were put there", async () => {
    const [a, b, c] = [await taken("2024-05-03"), await taken("2024-05-01"), await taken("2024-05-02")];
    const { id } = await make("Summer", [a, b, a]);
    expect(await albums.add(localOwner, id, [b, c, newId()])).toEqual([c]);
    expect(await contents(id)).toEqual([a, b, c]);
    expect(await albums.byDate(localOwner, [a, b, c])).toEqual([b, c, a]);
    expect(await albums.takeOut(localOwner, id, [b])).toEqual([b]);
    expect(await contents(id)).toEqual([a, c]);
  });

  test("two albums of one name cannot be told apart, so the second is refused", async () => {
    const { id } = await make("Été 2024");
    await expect(make("ete  2024")).rejects.toMatchObject({ code: "CONFLICT" });
    const other = await make("Winter");
    await expect(albums.change(localOwner, other.id, { name: "Été 2024" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await albums.change(localOwner, id, { name: "été 2024" });
    expect((await albums.get(localOwner, id)).name).toBe("été 2024");
  });

  test("the first move begins with the order of the dates, which is what was seen", async () => {
    const [a, b, c] = [await taken("2024-05-03"), await taken("2024-05-01"), await taken("2024-05-02")];
    const { id } = await make("Summer", [a, b, c]);
    await albums.move(localOwner, id, [a], c);
    expect(await contents(id)).toEqual([b, a, c]);
    await albums.move(localOwner, id, [b], null);
    expect(await contents(id)).toEqual([a, c, b]);
    expect((await albums.get(localOwner, id)).by_hand).toBe(1);
  });

  test("a photo in the bin is not shown in its album, comes back to its place, and leaves the album for good when it is deleted", async () => {
    const [a, b] = [await taken("2024-05-03"), await taken("2024-05-01")];
    const { id } = await make("Summer", [a, b]);
    await photos.remove(localOwner, [a]);
    expect(await albums.byDate(localOwner, await contents(id))).toEqual([b]);
    await photos.restore(localOwner, [a]);
    expect(await albums.byDate(localOwner, await contents(id))).toEqual([b, a]);
    await database.rows.deleteFrom("photos").where("id", "=", a).execute();
    expect(await contents(id)).toEqual([b]);
  });

  test("a living album remembers what was taken out of it, until it is put back", async () => {
    const a = await taken("2024-05-03");
    const { id } = await make("Dogs", [], "{}");
    expect(await albums.takeOut(localOwner, id, [a], [a])).toEqual([a]);
    expect((await albums.contents(localOwner, id)).leftOut).toEqual(new Set([a]));
    expect(await albums.add(localOwner, id, [a])).toEqual([a]);
    expect(await albums.contents(localOwner, id)).toEqual({ photoIds: [a], leftOut: new Set() });
    await expect(albums.move(localOwner, id, [a], null)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("only what was in a living album is taken out of it", async () => {
    const [put, found, other] = [
      await taken("2024-05-03"),
      await taken("2024-05-02"),
      await taken("2024-05-01"),
    ];
    const { id } = await make("Dogs", [put], "{}");
    const before = await albums.get(localOwner, id);
    expect(await albums.takeOut(localOwner, id, [other], [found])).toEqual([]);
    expect(await albums.get(localOwner, id)).toEqual(before);
    const named = [found, other, put, found];
    expect((await albums.takeOut(localOwner, id, named, [found])).toSorted()).toEqual(
      [put, found].toSorted(),
    );
    expect(await albums.contents(localOwner, id)).toEqual({ photoIds: [], leftOut: new Set([put, found]) });
    expect(await albums.takeOut(localOwner, id, named, [found])).toEqual([]);
    const stranger = newId();
    expect(await albums.takeOut(localOwner, id, [stranger], [stranger])).toEqual([]);
  });

  test("another owner has no such album, and a deleted one leaves its photos", async () => {
    const a = await taken("2024-05-03");
    const { id } = await make("Summer", [a]);
    const other = newId();
    await expect(albums.contents(other, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(albums.add(other, id, [a])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await albums.remove(localOwner, id);
    expect(await albums.list(localOwner)).toEqual([]);
    expect(await photos.get(localOwner, [a])).toHaveLength(1);
  });
});
