import type { Scored } from "../port.ts";
import { mostInAnswer } from "./rows.ts";

const spare = 32;

/**
 * The best `limit`, equal scores by id. Which of equals a server leaves out is left to it: so all that an answer holds
 * are asked for, where the last of some more is as good as the last that is wanted.
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
