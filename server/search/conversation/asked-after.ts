import type { Relation } from "../../languages/relations.ts";
import type { Relatives } from "../../library/relatives.ts";
import type { Whom } from "../reading/types.ts";
import type { Search } from "../search.ts";
import type { Standing } from "./shown.ts";

export interface AskingNeeds {
  search: Pick<Search, "vocabulary">;
  relatives: Pick<Relatives, "left">;
}

/**
 * Returns the relation that an answer asks about: one that somebody may have, that the conversation has not asked about
 * yet, and that the owner has not told us to leave. Null if there is nothing to ask.
 */
export async function askedAfter(
  { search, relatives }: AskingNeeds,
  owner: string,
  { relation }: Whom,
  standing: Standing,
): Promise<Relation | null> {
  if (relation === null || standing.askedAfter.includes(relation)) return null;
  const { people } = await search.vocabulary(owner);
  if (people.length === 0) return null;
  return (await relatives.left(owner)).includes(relation) ? null : relation;
}
