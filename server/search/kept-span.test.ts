import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { addKnownPhoto } from "#tests/fixtures/known-photo.ts";
import { createChangeMark } from "../library/change-mark.ts";
import { localOwner } from "../library/ids.ts";
import { createPhotos } from "../library/photos.ts";
import { keepSpan } from "./kept-span.ts";
import { createRemembered } from "./remembered.ts";

onEachDatabase((connect) => {
  test("photos are counted once, and again when one has come or gone", async () => {
    const database = await connect();
    const photos = createPhotos(database);
    let looks = 0;
    const counted = {
      span(owner: string) {
        looks++;
        return photos.span(owner);
      },
    };
    const kept = keepSpan(counted, createRemembered(createChangeMark(database)));
    const settled = () => database.rows.deleteFrom("jobs").where("stage", "=", "index").execute();
    const total = async () => (await kept.span(localOwner)).total;

    const first = await addKnownPhoto(database, {});
    await settled();
    expect([await total(), await total(), looks]).toEqual([1, 1, 1]);
    await addKnownPhoto(database, {});
    await settled();
    expect([await total(), await total(), looks]).toEqual([2, 2, 2]);
    await photos.remove(localOwner, [first]);
    await settled();
    expect([await total(), looks]).toEqual([1, 3]);
  });
});
