import { expect, test } from "vitest";
import type { PhotoIndex } from "#server/engines/index/port.ts";
import { createEdits } from "#server/library/edits.ts";
import { localOwner } from "#server/library/ids.ts";
import { loadKnownPhotos } from "#server/library/photo-rows.ts";
import { createPhotos } from "#server/library/photos.ts";
import { indexNow } from "#server/search/index-now.ts";
import { addKnownPhoto } from "#tests/fixtures/known-photo.ts";
import { openSearchedLibrary } from "#tests/fixtures/searched-library.ts";
import { putCurrent } from "./index-photo.ts";

test.for([
  "after the rows were read",
  "while the document is written",
])("an edit %s stays in the index", async (when) => {
  await using library = await openSearchedLibrary();
  const { database, index, search } = library;
  const photos = createPhotos(database);
  const id = await addKnownPhoto(database, { takenLocal: "2021-05-17T23:30:00.000" });
  const [read] = await loadKnownPhotos(database.rows, localOwner, [id]);
  if (!read) throw new Error("the photo is there");

  const edit = async () => {
    await createEdits(database).edit(localOwner, { photoIds: [id], changes: { rating: 5 } });
    await indexNow(library, localOwner, [id]);
  };
  let isEdited = false;
  const overtaken: PhotoIndex = {
    ...index,
    async putDocuments(documents) {
      if (!isEdited) await edit();
      isEdited = true;
      await index.putDocuments(documents);
    },
  };
  if (when === "after the rows were read") await edit();
  isEdited = when === "after the rows were read";
  await putCurrent(read, { index: overtaken, photos }, localOwner);
  const found = await search.run(localOwner, { text: "photos with 5 stars" });
  expect(found.hits.map(({ photo }) => photo.id)).toEqual([id]);
});
