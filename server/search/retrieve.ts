import type { Clause, PhotoIndex } from "../engines/index/port.ts";
import type { Hubs } from "../library/hubs.ts";
import type { Found, FoundWord } from "./rank.ts";
import type { QuestionVector } from "./vectors.ts";
import { questionTokens } from "./words.ts";

/** More candidates than anybody looks at; the total stays honest up to here. */
const mostCandidates = 10_000;
/**
 * A word that stands in more documents is not looked up: it tells little, and BM25 takes time linear in them. Below that
 * even common words help: without those of a tenth of 4,000 captions recall@1 of words alone is .250, with them .262.
 */
const commonFrom = mostCandidates;

export interface Asked {
  owner: string;
  text: string;
  filter: Clause[];
  /** Of the question, and of photos that are asked with. */
  vector: QuestionVector | null;
  signal?: AbortSignal;
}

/** Photos far down are not relevant, hub or no hub. */
const mostHubs = 1_000;

/** Everything that the index finds for a question: by its vector and by each of its words, under its filters. */
export async function retrieve(
  { index, hubs }: { index: PhotoIndex; hubs: Hubs },
  asked: Asked,
): Promise<{ found: Found; documents: number }> {
  const { owner, vector, signal } = asked;
  const query = { owner, filter: asked.filter, limit: mostCandidates, signal };
  const words = questionTokens(asked.text);
  const space = vector?.collection.id ?? "";
  const [near, background, { documents, counts }] = await Promise.all([
    vector && index.searchVector({ ...query, space, vector: vector.vector }),
    vector && index.background(space, owner),
    index.frequencies(
      owner,
      words.flatMap((word) => word.tokens),
    ),
  ]);
  const known = words.map(({ word, tokens }) => {
    const frequency = Math.max(0, ...tokens.map((token) => counts.get(token) ?? 0));
    return {
      word,
      tokens,
      frequency,
      common: frequency > commonFrom,
    };
  });
  const allCommon = known.every((word) => word.common || word.frequency === 0);
  const searched = await Promise.all(
    known.map(async ({ word, tokens, frequency, common }): Promise<FoundWord> => {
      const skip = frequency === 0 || (common && !allCommon);
      const matches = skip ? [] : await index.searchText({ ...query, tokens });
      return { word, frequency, matches, common: common && !allCommon };
    }),
  );
  const crowding = near &&
    vector &&
    vector.collection.hubMean !== null && {
      mean: vector.collection.hubMean,
      of: await hubs.of(
        space,
        near.slice(0, mostHubs).map(({ photoId }) => photoId),
      ),
    };
  return { found: { near, background, crowding: crowding || null, words: searched }, documents };
}
