import type { Scored } from "../port.ts";
import { mostInAnswer } from "./rows.ts";

const spare = 32;

/**
 * The best `limit`, equal scores by id. Which of equals a server leaves out is left to it: so more are asked for, until
 * the last is worse than the last that is wanted, or an answer holds no more.
 */
export async function best(limit: number, search: (atMost: number) => Promise<Scored[]>): Promise<Scored[]> {
  for (let atMost = limit + spare; ; atMost *= 4) {
    const asked = Math.min(atMost, mostInAnswer);
    const hits = (await search(asked)).sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? -1 : 1));
    const isWhole = hits.length < asked || asked === mostInAnswer;
    if (isWhole || (hits.at(-1)?.score ?? 0) < (hits[limit - 1]?.score ?? 0)) return hits.slice(0, limit);
  }
}
