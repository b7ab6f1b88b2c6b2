import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { addKnownPhoto } from "#tests/fixtures/known-photo.ts";
import { listenTo } from "#tests/fixtures/statements.ts";
import { wholeAmong } from "./downloads.ts";
import { AppError } from "./errors.ts";
import { localOwner, newId } from "./library/ids.ts";
import { createPhotos } from "./library/photos.ts";

onEachDatabase((connect) => {
  test("the photos of a download are looked up together, in their order, without those in the bin", async () => {
    const listened = listenTo(await connect());
    const photos = createPhotos(listened.database);
    const ids: string[] = [];
    for (let number = 0; number < 12; number++) ids.push(await addKnownPhoto(listened.database));
    const [damaged = "", removed = "", ...whole] = ids;
    await photos.remove(localOwner, [removed]);
    const { photo } = (await photos.load(localOwner, damaged)) ?? {};
    const originals = {
      async ensure({ sha256 }: { sha256: string }) {
        if (sha256 === photo?.sha256) throw new AppError("ORIGINAL_DAMAGED", "It is cut short.");
      },
    };
    const before = listened.statements.length;
    const asked = [...whole.toReversed(), removed, damaged, newId()];
    const { there, leftOut } = await wholeAmong({ photos, originals }, localOwner, asked);
    expect(there.map((known) => known.photo.id)).toEqual(whole.toReversed());
    expect(leftOut).toBe(1);
    // Photos, facts, edits, captions and what belongs to them.
    expect(listened.statements.length - before).toBe(5);
  });
});
