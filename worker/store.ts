import { documentOf } from "#server/search/document.ts";
import type { RunStage } from "./stages.ts";

/** Brings the index to what the rows say of this photo, whatever they say by now. */
export const store: RunStage = async (known, { index, embeddings }, job) => {
  const { photo, facts } = known;
  if (photo.deleted_at !== null) {
    await index.remove([photo.id]);
    return {};
  }
  await index.putDocuments([documentOf(known)]);
  const vectors = await embeddings.of(job.owner, photo.id);
  for (const { space, vector } of vectors)
    await index.putVectors(space, vector.length, [{ photoId: photo.id, vector }]);
  // A format without a preview cannot be described: it is as searchable as it gets.
  const complete = photo.status === "embedded" || (photo.status === "prepared" && facts?.thumbhash === null);
  return complete ? { status: "indexed", event: { type: "indexed" } } : {};
};
