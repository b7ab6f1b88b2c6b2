import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { addKnownPhoto } from "#tests/fixtures/known-photo.ts";
import { createChangeMark } from "../library/change-mark.ts";
import { createGazetteer } from "../library/gazetteer/gazetteer.ts";
import { localOwner } from "../library/ids.ts";
import { createPhotoMap } from "../library/photo-map.ts";
import { createPhotos } from "../library/photos.ts";
import { createRemembered } from "./remembered.ts";
import { keepWholeMap } from "./whole-map.ts";

const world = { west: -180, south: -90, east: 180, north: 90 };
const lisbon = { latitude: 38.72, longitude: -9.14 };

onEachDatabase((connect) => {
  test("the map of the world is looked up once, and again when a photo has come or gone", async () => {
    const database = await connect();
    const map = createPhotoMap(database, createGazetteer());
    let looks = 0;
    const counted: typeof map = {
      ...map,
      cells(...asked) {
        looks++;
        return map.cells(...asked);
      },
    };
    const kept = keepWholeMap(counted, createRemembered(createChangeMark(database)));
    const settled = () => database.rows.deleteFrom("jobs").where("stage", "=", "index").execute();
    const shown = async () => (await kept.cells(localOwner, world, 10)).photos;

    const first = await addKnownPhoto(database, lisbon);
    await settled();
    expect([await shown(), await shown(), looks]).toEqual([1, 1, 1]);
    await addKnownPhoto(database, lisbon);
    await settled();
    expect([await shown(), await shown(), looks]).toEqual([2, 2, 2]);
    await createPhotos(database).remove(localOwner, [first]);
    await settled();
    expect([await shown(), looks]).toEqual([1, 3]);
    // A part of the world is another question each time.
    const part = { ...world, east: 0 };
    await kept.cells(localOwner, part, 10);
    await kept.cells(localOwner, part, 10);
    expect(looks).toBe(5);
  });
});
