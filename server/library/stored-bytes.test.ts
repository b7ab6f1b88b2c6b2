import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { writeFacts } from "./facts.ts";
import { localOwner, newId } from "./ids.ts";
import { createPhotos } from "./photos.ts";
import { countStoredBytes } from "./stored-bytes.ts";

onEachDatabase((connect) => {
  test("the bytes of originals are counted by year, also of those in the bin", async () => {
    const database = await connect();
    const photos = createPhotos(database);
    expect(await countStoredBytes(database, localOwner)).toEqual({ files: 0, bytes: 0, years: [] });
    const taken = ["2019-05-01T12:00:00.000", "2024-07-14T12:00:00.000", "2024-01-01T12:00:00.000", null];
    for (const [n, takenLocal] of taken.entries()) {
      const { photo } = await photos.receive(localOwner, {
        ...{ sha256: String(n).padStart(64, "0"), fileName: `${n}.jpg`, type: "image/jpeg" },
        ...{ extension: "jpg", bytes: 1_000 * (n + 1), modifiedAt: null },
      });
      await writeFacts(
        ...([database.rows, localOwner, photo.id] as const),
        { ...noFacts, takenLocal, takenPrecision: takenLocal === null ? null : "moment" },
        { thumbhash: "abcd", colours: [], brightness: 0.5 },
      );
      if (n === 0) await photos.remove(localOwner, [photo.id]);
    }
    expect(await countStoredBytes(database, localOwner)).toEqual({
      files: 4,
      bytes: 10_000,
      years: [
        { year: 2024, photos: 2, bytes: 5_000 },
        { year: 2019, photos: 1, bytes: 1_000 },
        { year: null, photos: 1, bytes: 4_000 },
      ],
    });
    expect((await countStoredBytes(database, newId())).files).toBe(0);
  });
});
