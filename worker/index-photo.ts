import { formatOf } from "#server/formats.ts";
import { writeFacts } from "#server/library/facts.ts";
import type { Outcome } from "#server/library/jobs.ts";
import { isShown, type KnownPhoto } from "#server/library/photo-rows.ts";
import { standardised } from "#server/library/standardise.ts";
import { documentOf } from "#server/search/document.ts";
import { factsFrom } from "./decode/metadata.ts";
import { knownFacts } from "./known-facts.ts";
import type { RunStage, StageTools } from "./stages.ts";

/** Writes into the index what the rows say of this photo now. */
export const indexPhoto: RunStage = async (known, tools, job) => {
  const { index, embeddings, collections } = tools;
  const { photo, facts } = known;
  if (!facts && photo.status === "failed" && isShown(photo)) return toldByName(known, tools, job.owner);
  // Here the facts of a file are known, so what it belongs to can be told. Then it is indexed anew.
  if (facts && photo.deleted_at === null && (await tools.companions.settle(job.owner, photo.id))) return {};
  if (!isShown(photo)) {
    await index.remove([photo.id]);
    return {};
  }
  const vectors = await embeddings.of(job.owner, photo.id);
  // A person took back the only caption; its vector stays in the index otherwise.
  if (known.edits && !known.caption && vectors.length === 0) await index.remove([photo.id]);
  await putCurrent(known, tools, job.owner);
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

/** A photo that is changed again and again meanwhile has a job for each change, and the last one writes it. */
const mostTries = 5;

/**
 * Writes the document of a photo as its rows are now. Whoever edits a photo writes into the index at once, and must not
 * find what we had read before in its place: so we look just before the document is written, and again afterwards,
 * whether there was an edit. Any other change has a job of its own, which writes the document later.
 */
export async function putCurrent(
  known: KnownPhoto,
  { index, photos }: Pick<StageTools, "index" | "photos">,
  owner: string,
): Promise<void> {
  let current: KnownPhoto | null = known;
  for (let tries = 0; current && isShown(current.photo) && tries < mostTries; tries++) {
    if (await photos.isAsEdited(owner, current)) {
      await index.putDocuments([documentOf(current)]);
      if (await photos.isAsEdited(owner, current)) return;
    }
    current = await photos.load(owner, known.photo.id);
  }
}

/** A file that could not be opened has its name: it may tell a date, and it is what the photo is found by. */
function toldByName({ photo }: KnownPhoto, { gazetteer }: StageTools, owner: string): Outcome {
  const told = knownFacts(factsFrom({}, null), photo, gazetteer);
  const version = formatOf(photo.type)?.version ?? 0;
  const derived = { thumbhash: null, colours: [], brightness: null, version };
  return { write: (rows) => writeFacts(rows, owner, photo.id, told, derived), next: ["index"] };
}
