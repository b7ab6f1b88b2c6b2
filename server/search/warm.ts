import type { PhotoIndex } from "../engines/index/port.ts";
import type { Collections } from "../library/collections.ts";
import { conceptsOf } from "./concepts/concepts.ts";
import type { QuestionVectors } from "./vectors.ts";
import type { Vocabularies } from "./vocabulary/vocabulary.ts";

interface Needs {
  collections: Pick<Collections, "serving">;
  index: PhotoIndex;
  vectors: Pick<QuestionVectors, "sample">;
  vocabularies: Vocabularies;
}

/**
 * Reads what the first question would otherwise wait for: the codes of the vectors, their sample, the names of the
 * library and the lexicon. A library without embeddings needs none of it.
 */
export async function warmUp(
  { collections, index, vectors, vocabularies }: Needs,
  owner: string,
): Promise<void> {
  const serving = await collections.serving();
  if (!serving) return;
  const ready = index.prepare(serving.id).then(() => index.background(serving.id, owner));
  await vocabularies.load(owner);
  conceptsOf("a dog", "en");
  const { documents } = await ready;
  await vectors.sample(owner, serving, documents);
}
