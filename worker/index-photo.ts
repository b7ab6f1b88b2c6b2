import { isShown } from "#server/library/photo-rows.ts";
import { standardised } from "#server/library/standardise.ts";
import { documentOf } from "#server/search/document.ts";
import type { RunStage } from "./stages.ts";

/** Writes into the index what the rows say of this photo now. */
export const indexPhoto: RunStage = async (known, tools, job) => {
  const { index, embeddings, collections } = tools;
  const { photo, facts } = known;
  // Here the facts of a file are known, so what it belongs to can be told. Then it is indexed anew.
  if (facts && photo.deleted_at === null && (await tools.companions.settle(job.owner, photo.id))) return {};
  if (!isShown(photo)) {
    await index.remove([photo.id]);
    return {};
  }
  const vectors = await embeddings.of(job.owner, photo.id);
  // A person took back the only caption; its vector stays in the index otherwise.
  if (known.edits && !known.caption && vectors.length === 0) await index.remove([photo.id]);
  await index.putDocuments([documentOf(known)]);
  for (const { id, space, standard } of vectors.length > 0 ? await collections.live() : []) {
    const stored = vectors.find((each) => each.space === space.id);
    if (stored)
      await index.putVectors(id, space.dimension, [
        { photoId: photo.id, vector: standardised(stored.vector, standard) },
      ]);
  }
  // A photo whose file holds no picture cannot be described, so its search data is complete.
  const complete = photo.status === "embedded" || (photo.status === "prepared" && facts?.thumbhash === null);
  return complete ? { status: "indexed", event: { type: "indexed" } } : {};
};
