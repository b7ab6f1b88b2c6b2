import type { Scored } from "../port.ts";
import { mostInAnswer } from "./rows.ts";

const spare = 32;

/**
 * Returns the best `limit` hits; equal scores are in the order of their ids. The server decides which of
 * several equal hits it leaves out. So we ask for a few more hits than needed, and if even the last of them
 * is as good as the last hit that we want, we ask again for as many as one answer can hold.
 */
export async function best(limit: number, search: (atMost: number) => Promise<Scored[]>): Promise<Scored[]> {
  const most = Math.min(limit + spare, mostInAnswer);
  const some = inOrder(await search(most));
  const isClear = some.length < most || (some.at(-1)?.score ?? 0) < (some[limit - 1]?.score ?? 0);
  const hits = isClear || most === mostInAnswer ? some : inOrder(await search(mostInAnswer));
  return hits.slice(0, limit);
}

function inOrder(hits: Scored[]): Scored[] {
  return hits.sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? -1 : 1));
}
