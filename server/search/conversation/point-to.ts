import type { ResultSet } from "../../library/result-sets.ts";
import type { Reference } from "../reading/types.ts";
import type { Search } from "../search.ts";
import type { SearchPlan } from "../types.ts";
import type { QuestionVectors } from "../vectors.ts";
import { refined } from "./refine.ts";
import { pointedAt, type ShownTurn, type Standing } from "./shown.ts";

export interface PointNeeds {
  search: Search;
  vectors: QuestionVectors;
}

/** How many of the best photos stand for a description such as "those at the beach". */
const mostDescribed = 5;

/** Finds the photos that references point at: in what is shown, or else in the search before that. */
export async function pointTo(
  { search, vectors }: PointNeeds,
  owner: string,
  references: Reference[],
  { shown, searches }: Standing,
  signal?: AbortSignal,
): Promise<string[]> {
  const sets = new Map<string, ResultSet<SearchPlan>>();
  const load = async ({ resultSetId }: ShownTurn) => {
    const set = sets.get(resultSetId) ?? (await search.loadWhole(owner, resultSetId));
    sets.set(resultSetId, set);
    return set;
  };
  /** If a single photo is shown as proof of an answer, "the last one" means the search before it. */
  const inTurn = async ({ refer }: Reference): Promise<ShownTurn[]> => {
    const turns = [shown, searches.at(-1)].filter((turn) => turn != null);
    const isProof = shown !== null && refer === "shown" && (await load(shown)).hits.length === 1;
    return isProof ? turns.toReversed() : turns;
  };
  const found: string[] = [];
  for (const reference of references) {
    for (const turn of await inTurn(reference)) {
      const ids = pointedAt(reference, (await load(turn)).hits) ?? (await described(turn));
      found.push(...ids);
      if (ids.length > 0) break;
    }

    async function described({ plan }: ShownTurn): Promise<string[]> {
      if (reference.refer !== "described") return [];
      const narrower = refined(plan, await search.read(owner, { text: reference.text }));
      const words = await vectors.ofWords(narrower, signal);
      const { hits } = await search.resolve(owner, narrower, { words, lasting: false, signal });
      return hits.slice(0, mostDescribed).map(({ photoId }) => photoId);
    }
  }
  return [...new Set(found)];
}
