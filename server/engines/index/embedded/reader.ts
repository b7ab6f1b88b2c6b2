import type { DatabaseSync } from "node:sqlite";
import { backgroundOf } from "../background.ts";
import type { Background, BrowsePlace, Condition, IndexQuery, Scored } from "../port.ts";
import { checkVector, dot } from "../vectors.ts";
import { createDocuments } from "./documents.ts";
import { whereOf } from "./filter.ts";
import { inOrder, type Probe } from "./probe.ts";
import { createSpaceVectors, halves, type IndexedSpace } from "./space-vectors.ts";
import { createTextSearch } from "./text-search.ts";

type Query = Omit<IndexQuery, "signal">;

/** The searches of the port. They run in a thread and never wait. */
export interface Reader {
  searchVectors(
    query: Query & { space: string; vectors: Float32Array[]; least?: (number | null)[] },
  ): Scored[][];
  withTokens(query: Omit<Query, "limit"> & { tokens: readonly string[] }): string[];
  searchText(query: Query & { tokens: readonly string[] }): Scored[];
  browse(query: Query & { after?: BrowsePlace | undefined; among?: string[] | undefined }): Scored[];
  count(query: Pick<Query, "owner" | "filter">): number;
  frequencies(query: { owner: string; tokens: readonly string[] }): {
    documents: number;
    counts: Map<string, number>;
  };
  background(query: { space: string; owner: string }): Background;
  list(query: { space?: string; after: string; limit: number }): string[];
  /** Gets ready for searches in a space. */
  prepare(query: { space: string }): void;
  /** Does a little of what can be done in the background. Returns false when there is nothing left to do. */
  work(): boolean;
}

export interface ReaderOptions {
  /** The fewest vectors of a space that get codes, and whether these are compared without WebAssembly; for tests. */
  codesFrom?: number;
  isPlain?: boolean;
}

export function createReader(database: DatabaseSync, options: ReaderOptions = {}): Reader {
  database.exec("CREATE VIRTUAL TABLE temp.tokens USING fts5vocab(main, words, row)");
  database.exec("PRAGMA query_only = 1");
  const documents = createDocuments(database);
  const vectors = createSpaceVectors(database, documents, options);
  const findSpace = database.prepare("SELECT id, dimension FROM spaces WHERE name = ?");
  const inSpace = `FROM vectors AS v CROSS JOIN documents AS d ON d.id = v.document
    WHERE v.space = ? AND v.vector IS NOT NULL AND d.owner = ?`;
  const documentsInSpace = database.prepare(`SELECT v.document ${inSpace}`);
  const lastChange = database.prepare("SELECT max(change) AS change FROM vectors WHERE space = ?");
  const findVector = database.prepare("SELECT vector FROM vectors WHERE space = ? AND document = ?");
  const listDocuments = database.prepare(
    "SELECT photoId FROM documents WHERE photoId > ? ORDER BY photoId LIMIT ?",
  );
  const listSpace = database.prepare(`
    SELECT d.photoId FROM documents AS d CROSS JOIN vectors AS v ON v.document = d.id AND v.space = ?
    WHERE d.photoId > ? AND v.vector IS NOT NULL ORDER BY d.photoId LIMIT ?`);
  const findTotals = database.prepare("SELECT documents, described FROM totals WHERE owner = ?");
  const backgrounds = new Map<string, { background: Background; change: number }>();

  function spaceOf(name: string): IndexedSpace | undefined {
    const space = findSpace.get(name);
    return space && { id: Number(space.id), dimension: Number(space.dimension) };
  }

  function count({ owner, filter }: Pick<Query, "owner" | "filter">): number {
    const [only] = filter;
    const isDescribed = filter.length === 1 && only && !Array.isArray(only) && isPlainlyDescribed(only);
    if (filter.length === 0 || isDescribed) {
      const totals = findTotals.get(owner);
      return Number((isDescribed ? totals?.described : totals?.documents) ?? 0);
    }
    const where = whereOf({ owner, filter });
    const row = database
      .prepare(`SELECT count(*) AS documents FROM documents AS d WHERE ${where.sql}`)
      .get(...where.values);
    return Number(row?.documents);
  }

  function documentsOf(space: IndexedSpace, owner: string): number[] {
    const known = vectors.ofOwner(space, owner);
    return known ?? documentsInSpace.all(space.id, owner).map(({ document }) => Number(document));
  }

  function sample({ id }: IndexedSpace, among: number[]): Background {
    // Sorted by number, so that every process draws the same pairs.
    const sorted = Int32Array.from(among).sort();
    const vectorAt = (at: number) => {
      const vector = findVector.get(id, sorted[at] ?? 0)?.vector;
      return halves(vector instanceof Uint8Array ? vector : new Uint8Array());
    };
    return backgroundOf(sorted.length, (a, b) => dot(vectorAt(a), vectorAt(b)));
  }

  const text = createTextSearch(database, documents);
  return {
    searchVectors(query) {
      const space = spaceOf(query.space);
      if (!space) return query.vectors.map(() => []);
      for (const vector of query.vectors) checkVector(vector, space.dimension);
      const probes = query.vectors.map((vector, at): Probe => {
        const least = query.least?.[at] ?? null;
        const all = { least: Number.NEGATIVE_INFINITY, limit: query.limit };
        return { vector, ...(least === null ? all : { least, limit: Number.POSITIVE_INFINITY }) };
      });
      // The transaction makes all queries see the same state of the file.
      database.exec("BEGIN");
      try {
        const among = { owner: query.owner, documents: text.documentsUnder(query) };
        const found = vectors.nearest(space, probes, among);
        return found.map((hits, at) => inOrder(hits, documents, probes[at]?.limit ?? query.limit));
      } finally {
        database.exec("COMMIT");
      }
    },
    searchText: text.search,
    withTokens: text.withTokens,
    browse({ after, among, ...query }) {
      const where = whereOf(query);
      const these = among ? "AND d.photoId IN (SELECT value FROM json_each(?))" : "";
      const ids = among ? [JSON.stringify(among)] : [];
      // Two ranges of the same index, because SQLite does not look for a pair in different orders.
      const found = (behind: string, values: (string | number)[], limit: number) =>
        database
          .prepare(`
            SELECT d.photoId, 0 AS score FROM documents AS d
            WHERE ${where.sql} ${these} ${behind} ORDER BY d.sortAt DESC, d.photoId LIMIT ?`)
          .all(...where.values, ...ids, ...values, limit)
          .map(scored);
      if (!after) return found("", [], query.limit);
      const { sortAt, photoId } = after;
      const same = found("AND d.sortAt = ? AND d.photoId > ?", [sortAt, photoId], query.limit);
      const older = found("AND d.sortAt < ?", [sortAt], query.limit - same.length);
      return [...same, ...older];
    },
    count,
    frequencies: ({ owner, tokens }) => ({
      documents: count({ owner, filter: [] }),
      counts: new Map(tokens.map((token) => [token, text.documentsWith(owner, token)])),
    }),
    background({ space: name, owner }) {
      const space = spaceOf(name);
      if (!space) return { documents: 0, mean: 0, deviation: 0 };
      const key = JSON.stringify([space.id, owner]);
      const change = Number(lastChange.get(space.id)?.change);
      let known = backgrounds.get(key);
      if (known?.change === change) return known.background;
      const among = documentsOf(space, owner);
      const { length } = among;
      if (!known || Math.abs(length - known.background.documents) >= 0.2 * known.background.documents) {
        known = { background: sample(space, among), change };
        backgrounds.set(key, known);
      }
      known.change = change;
      return known.background;
    },
    prepare({ space: name }) {
      const space = spaceOf(name);
      if (space) vectors.prepare(space);
    },
    work: vectors.work,
    list({ space: name, after, limit }) {
      if (name === undefined) return listDocuments.all(after, limit).map(({ photoId }) => String(photoId));
      const space = spaceOf(name);
      return space ? listSpace.all(space.id, after, limit).map(({ photoId }) => String(photoId)) : [];
    },
  };
}

function scored({ photoId, score }: Record<string, unknown>): Scored {
  return { photoId: String(photoId), score: Number(score) };
}

function isPlainlyDescribed({ field, operator, value, negated }: Condition): boolean {
  return field === "described" && operator === "=" && value === true && !negated;
}
