import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { addKnownPhoto } from "#tests/fixtures/known-photo.ts";
import { listenTo } from "#tests/fixtures/statements.ts";
import { createGazetteer } from "./gazetteer/gazetteer.ts";
import { localOwner } from "./ids.ts";
import { createPhotoMap } from "./photo-map.ts";
import { createPhotos } from "./photos.ts";

const world = { west: -180, south: -90, east: 180, north: 90 };
const lisbon = { latitude: 38.72, longitude: -9.14 };
const porto = { latitude: 41.15, longitude: -8.61 };
const fiji = { latitude: -17.8, longitude: 179.5 };
const samoa = { latitude: -13.8, longitude: -171.8 };

onEachDatabase((connect) => {
  async function libraryWith(places: ({ latitude: number; longitude: number } | null)[]) {
    const database = await connect();
    const photos = createPhotos(database);
    const ids: string[] = [];
    for (const place of places) ids.push(await addKnownPhoto(database, place ?? {}));
    const listened = listenTo(database);
    const map = createPhotoMap(listened.database, createGazetteer());
    return { database, photos, ids, map, statements: listened.statements };
  }

  test("photos that are near on the map are one cell, and two when one comes nearer", async () => {
    const { map, ids } = await libraryWith([lisbon, lisbon, porto, null]);
    const [far] = (await map.cells(localOwner, world, 90)).cells;
    expect(far).toMatchObject({ photos: 3, isOnePoint: false, place: "Portugal" });
    const near = await map.cells(localOwner, world, 0.5);
    expect(near.cells).toMatchObject([
      { photos: 2, isOnePoint: true, place: "Lisbon" },
      { photos: 1, photoId: ids[2], isOnePoint: true, place: "Porto" },
    ]);
    expect(near.photos).toBe(3);
    expect(near.all).toEqual({ west: -9.14, south: 38.72, east: -8.61, north: 41.15 });
  });

  test("a part of the map may lie across the date line", async () => {
    const { map } = await libraryWith([fiji, samoa, lisbon]);
    const part = { west: 170, south: -30, east: -170, north: 0 };
    const { cells } = await map.cells(localOwner, part, 1);
    expect(cells.map(({ longitude }) => longitude).sort()).toEqual([-171.8, 179.5]);
  });

  test("places that a person set count, and removed photos do not", async () => {
    const { map, ids, photos, database } = await libraryWith([lisbon, lisbon, lisbon]);
    const place = { city: "Porto", region: null, country: "Portugal", country_code: "PT", ...porto };
    const [first = "", second = "", third = ""] = ids;
    await database.rows
      .insertInto("photo_edits")
      .values({ photo_id: first, owner: localOwner, updated_at: 1, favourite: 0, ...place })
      .execute();
    const nowhere = { country: "", city: null, latitude: null, longitude: null };
    await database.rows
      .insertInto("photo_edits")
      .values({ photo_id: second, owner: localOwner, updated_at: 1, favourite: 0, ...nowhere })
      .execute();
    await photos.remove(localOwner, [third]);
    const { cells, all } = await map.cells(localOwner, world, 1);
    expect(cells).toMatchObject([{ photos: 1, photoId: first }]);
    expect(all).toEqual({ west: -8.61, south: 41.15, east: -8.61, north: 41.15 });
  });

  test("the photos of a part are listed page by page, the newest first", async () => {
    const { map, ids } = await libraryWith([lisbon, porto, lisbon, lisbon]);
    const part = { west: -10, south: 38, east: -9, north: 39 };
    const first = await map.within(localOwner, part, { limit: 2 });
    const cursor = first.next ?? "";
    const second = await map.within(localOwner, part, { limit: 2, cursor });
    expect([...first.ids, ...second.ids].sort()).toEqual([ids[0], ids[2], ids[3]].sort());
    expect([first.ids.length, second.next]).toEqual([2, null]);
  });

  test("the map of a part and how far all photos reach are one statement", async () => {
    const { map, statements } = await libraryWith([lisbon, lisbon, porto, fiji, null]);
    const around = { west: -10, south: 38, east: -9, north: 39 };
    expect(await map.cells(localOwner, around, 0.5)).toMatchObject({
      cells: [{ photos: 2, ...lisbon }],
      photos: 2,
      all: { west: -9.14, south: -17.8, east: 179.5, north: 41.15 },
    });
    expect(statements).toHaveLength(1);
    const nowhere = { west: 0, south: 0, east: 1, north: 1 };
    expect(await map.cells(localOwner, nowhere, 0.5)).toMatchObject({
      cells: [],
      photos: 0,
      all: { west: -9.14, south: -17.8, east: 179.5, north: 41.15 },
    });
  });

  test("a library without places has an empty map", async () => {
    const { map } = await libraryWith([null]);
    expect(await map.cells(localOwner, world, 1)).toMatchObject({ cells: [], photos: 0, all: null });
  });
});
