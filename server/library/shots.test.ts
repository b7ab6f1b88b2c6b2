import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { writeFacts } from "./facts.ts";
import { localOwner, newId } from "./ids.ts";
import { createPhotos } from "./photos.ts";
import { createShots } from "./shots.ts";

const town = (latitude: number) => ({ name: "Lisbon", population: 1, latitude, longitude: -9.1 });
const face = (name: string) => ({ name, left: 0.25, top: 0.2, width: 0.1, height: 0.2 });

onEachDatabase((connect) => {
  test("how a photo was taken is told to its owner, and faces of those who are in it still", async () => {
    const database = await connect();
    const photos = createPhotos(database);
    const shots = createShots(database, { townsIn: ({ south, north }) => [town(south), town(north)] });
    const { photo } = await photos.receive(localOwner, {
      ...{ sha256: "a".repeat(64), fileName: "a.jpg", type: "image/jpeg", extension: "jpg" },
      ...{ bytes: 1, modifiedAt: null },
    });
    const facts = {
      ...{ exposure: 1 / 125, aperture: 1.8, iso: 200, focalLength: 26, flash: false },
      ...{ latitude: 38.5, longitude: -9.1 },
      ...{ people: ["Ann Lee"], faces: [face("Ann Lee"), face("Somebody else")] },
    };
    await writeFacts(...([database.rows, localOwner, photo.id, { ...noFacts, ...facts }] as const), {
      thumbhash: "abcd",
      colours: [],
      brightness: 0.5,
    });
    expect(await shots.of(localOwner, photo.id)).toEqual({
      ...{ exposure: 0.008, aperture: 1.8, iso: 200, focalLength: 26, flash: false },
      faces: [face("Ann Lee")],
      towns: [town(36), town(41)],
    });
    expect(await shots.of(newId(), photo.id)).toBeNull();
    await photos.remove(localOwner, [photo.id]);
    expect(await shots.of(localOwner, photo.id)).toBeNull();
  });
});
