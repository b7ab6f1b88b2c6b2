import { drawing, makeLibrary, withNoise } from "#bench/library.ts";
import { createCollections } from "#server/library/collections.ts";
import { createHubs } from "#server/library/hubs.ts";
import { localOwner } from "#server/library/ids.ts";
import { standardised } from "#server/library/standardise.ts";
import { refreshHubs } from "#server/maintenance/hubs.ts";
import { rebuild } from "#server/maintenance/rebuild.ts";
import type { Found } from "#server/search/rank.ts";
import { retrieve } from "#server/search/retrieve.ts";
import type { RetrievalData } from "./retrieval-data.ts";

/** Fills the rows and the embedded index of a library with captions and their vectors, and measures its hubs. */
export async function fillCaptions(folder: string, documents: RetrievalData["documents"], trained: boolean) {
  const { database, index, idOf, close } = await makeLibrary(folder, documents, trained);
  const collections = createCollections(database);
  const first = await collections.serving();
  // Spoilt vectors are standardised, as a library's are when it is filled anew.
  if (first) for await (const _ of rebuild({ database, index, collections }, first.space));
  const serving = await collections.serving();
  if (serving) await refreshHubs(database, serving, documents.length);
  const collection = await collections.serving();
  const hubs = createHubs(database);
  return {
    ...{ database, index, hubs, collection, collections, idOf, close },
    async ask(text: string, question: Float32Array): Promise<{ found: Found; documents: number }> {
      const vector = collection && { collection, vector: standardised(question, collection.standard) };
      return retrieve({ index, hubs }, { owner: localOwner, text, filter: [], vector });
    },
  };
}

/**
 * Fills a library with every caption `copies` times, all but the first with noise in their vectors. Photo n has the
 * caption n modulo the number of captions. Hubs are not measured: they change the order of photos only.
 */
export async function fillCopies(folder: string, documents: RetrievalData["documents"], copies: number) {
  const random = drawing(9);
  const photos = Array.from({ length: copies }, (_, copy) =>
    documents.map((document) => (copy === 0 ? document : withNoise(document, random))),
  );
  const made = await makeLibrary(folder, photos.flat(), true);
  const collections = createCollections(made.database);
  const collection = await collections.serving();
  return { ...made, hubs: createHubs(made.database), collection, collections };
}
