import { type IndexQuery, mostAmongAtOnce } from "../engines/index/port.ts";
import { type Filtering, type FilterNeeds, filteringBy } from "./filters.ts";
import type { Ranked } from "./rank.ts";
import type { SearchPlan } from "./types.ts";

const usualLimits = {
  /** A question that has only filters lists at most this many photos; its total counts all of them. */
  browsed: 100_000,
  /** Near-duplicates are looked for among this many of the best photos. */
  folded: 1_000,
};
/** How many photos behind a place are read at once. */
const behindAtOnce = 10_000;

export interface BrowseNeeds extends FilterNeeds {
  /** Lower ones are for tests. */
  limits?: typeof usualLimits;
}

interface Asked {
  owner: string;
  plan: SearchPlan;
  signal?: AbortSignal | undefined;
}

/** How many photos an answer of filters lists, and how many of them are compared for near-duplicates. */
export const limitsOf = ({ limits = usualLimits }: BrowseNeeds) => limits;

/**
 * Lists the newest photos under the filters; with `among`, the photos among these that meet the filters, however old
 * they are.
 */
export async function browse(
  needs: BrowseNeeds,
  { owner, plan, signal }: Asked,
  { clauses: filter, among }: Filtering,
): Promise<Ranked[]> {
  if (plan.weaker) return [];
  const query = { owner, filter, signal };
  const hitOf = (photoId: string) => ({ photoId, score: 0, similarity: null });
  if (plan.among.length > 0) {
    const found = new Set(await foundAmong(needs, query, plan.among));
    return [...new Set(plan.among)].filter((photoId) => found.has(photoId)).map(hitOf);
  }
  if (among === null) {
    const found = await needs.index.browse({ ...query, limit: limitsOf(needs).browsed });
    return found.map(({ photoId }) => hitOf(photoId));
  }
  const found = await foundAmong(needs, query, await among());
  if (found.length <= mostAmongAtOnce) return found.map(hitOf);
  const times = await needs.photos.sortTimes(owner, found);
  const time = (photoId: string) => times.get(photoId) ?? 0;
  return found.toSorted((a, b) => time(b) - time(a) || (a < b ? -1 : 1)).map(hitOf);
}

/** Returns those of the photos that meet the conditions, the newest of each thousand first. */
async function foundAmong(
  { index }: BrowseNeeds,
  query: Pick<IndexQuery, "owner" | "filter"> & { signal: AbortSignal | undefined },
  photoIds: string[],
): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < photoIds.length; from += mostAmongAtOnce) {
    const among = photoIds.slice(from, from + mostAmongAtOnce);
    const page = await index.browse({ ...query, among, limit: among.length });
    found.push(...page.map(({ photoId }) => photoId));
  }
  return found;
}

/** Returns the ids of a page of a continued plan: those that come after a photo, which may be gone. */
export async function newestBehind(
  needs: BrowseNeeds,
  { owner, plan, photoId, limit }: Asked & { photoId: string; limit: number },
): Promise<string[]> {
  const filter = filteringBy(needs, owner, plan.filters).clauses;
  const sortAt = await needs.photos.sortTime(owner, photoId);
  if (sortAt === null) return [];
  const found = await needs.index.browse({ owner, filter, after: { sortAt, photoId }, limit });
  return found.map((hit) => hit.photoId);
}

/** Returns the ids of all photos of a continued plan that come after a photo, without those that are just leaving. */
export async function allBehind(needs: BrowseNeeds, asked: Asked & { photoId: string }): Promise<string[]> {
  const most = limitsOf(needs).browsed;
  const found: string[] = [];
  for (let photoId: string | undefined = asked.photoId; photoId !== undefined && found.length < most; ) {
    const limit = Math.min(behindAtOnce, most - found.length);
    const page: string[] = await newestBehind(needs, { ...asked, photoId, limit });
    found.push(...page);
    photoId = page.length === limit ? page.at(-1) : undefined;
  }
  const leaving = await needs.photos.leaving(asked.owner);
  return found.filter((photoId) => !leaving.has(photoId));
}
