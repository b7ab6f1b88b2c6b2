import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { writeCaption } from "./captions.ts";
import { writeFacts } from "./facts.ts";
import { localOwner } from "./ids.ts";
import { createPhotos } from "./photos.ts";

onEachDatabase((connect) => {
  test("only photos without a picture and without a caption are never described", async () => {
    const database = await connect();
    const photos = createPhotos(database);
    const file = { fileName: "", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
    const receive = async (digit: string, thumbhash: string | null) => {
      const { photo } = await photos.receive(localOwner, { sha256: digit.repeat(64), ...file });
      const derived = { thumbhash, colours: [], brightness: null, version: 1 };
      await writeFacts(database.rows, localOwner, photo.id, noFacts, derived);
      return photo.id;
    };
    await receive("1", "picture");
    await receive("2", null);
    expect(await photos.beyondDescribing(localOwner)).toBe(1);
    const captioned = await receive("3", null);
    expect(await photos.beyondDescribing(localOwner)).toBe(2);
    await writeCaption(database.rows, localOwner, captioned, { text: "A dog.", model: "llava", raw: null });
    expect(await photos.beyondDescribing(localOwner)).toBe(1);
  });
});
