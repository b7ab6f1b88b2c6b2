import { backgroundOf } from "../background.ts";
import type { Background } from "../port.ts";
import type { Call } from "./connection.ts";
import { expressionOf } from "./filter.ts";
import { countOf, rowsOf } from "./rows.ts";

export interface Backgrounds {
  /** Returns the background of the owner's vectors in a collection, as the port describes it. */
  of(call: Call, name: string, owner: string): Promise<Background>;
  /** Says that this process has added or removed vectors. */
  changed(): void;
}

/** The number of documents from which the pairs are drawn. */
const sampleSize = 256;
/** Milliseconds for which we trust our last count, although other processes may write in the meantime. */
const believed = 30_000;

export function createBackgrounds(): Backgrounds {
  const known = new Map<string, { background: Background; at: number }>();

  async function draw(call: Call, name: string, own: string, documents: number): Promise<Background> {
    // We ask for a quarter more than needed, because the number of rows with so small a `draw` varies.
    const share = Math.min(1, (sampleSize * 1.25) / Math.max(1, documents));
    const rows = await rowsOf(call, name, {
      filter: `${own} and draw < ${share.toExponential()}`,
      fields: ["id", "draw", "vector"],
      limit: sampleSize * 4,
    });
    const vectors = rows
      .sort((a, b) => Number(a.draw) - Number(b.draw))
      .slice(0, sampleSize)
      .map(({ vector }) => vector as number[]);
    const cosine = (a: number, b: number) => dot(vectors[a] ?? [], vectors[b] ?? []);
    return { ...backgroundOf(vectors.length, cosine), documents };
  }

  return {
    async of(call, name, owner) {
      const key = JSON.stringify([name, owner]);
      const before = known.get(key);
      if (before && performance.now() - before.at < believed) return before.background;
      const own = expressionOf({ owner, filter: [] });
      const at = performance.now();
      const documents = await countOf(call, name, own);
      const drawn = before?.background.documents ?? 0;
      const isSimilar = before && Math.abs(documents - drawn) < 0.2 * drawn;
      const background = isSimilar ? before.background : await draw(call, name, own, documents);
      known.set(key, { background, at });
      return background;
    },
    changed() {
      for (const one of known.values()) one.at = Number.NEGATIVE_INFINITY;
    },
  };
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, number, at) => sum + number * (b[at] ?? 0), 0);
}
