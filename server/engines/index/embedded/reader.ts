import type { DatabaseSync } from "node:sqlite";
import { backgroundOf } from "../background.ts";
import type { Background, IndexQuery, Scored } from "../port.ts";
import { checkVector, dot } from "../vectors.ts";
import { whereOf } from "./filter.ts";
import { Matrix } from "./matrix.ts";

type Query = Omit<IndexQuery, "signal">;

/** The searches of the port. They run in one thread and never wait. */
export interface Reader {
  searchVectors(query: Query & { space: string; vectors: Float32Array[] }): Scored[][];
  withTokens(query: Omit<Query, "limit"> & { tokens: string[] }): string[];
  searchText(query: Query & { tokens: string[] }): Scored[];
  browse(query: Query): Scored[];
  count(query: Pick<Query, "owner" | "filter">): number;
  frequencies(query: { owner: string; tokens: string[] }): { documents: number; counts: Map<string, number> };
  background(query: { space: string; owner: string }): Background;
  list(query: { space?: string; after: string; limit: number }): string[];
}

interface Space {
  id: number;
  dimension: number;
}

export function createReader(database: DatabaseSync): Reader {
  database.exec("PRAGMA query_only = 1");
  const findSpace = database.prepare("SELECT id, dimension FROM spaces WHERE name = ?");
  const changes = database.prepare(`
    SELECT v.document, v.change, v.vector, d.photoId, d.owner
    FROM vectors AS v LEFT JOIN documents AS d ON d.id = v.document
    WHERE v.space = ? AND v.change > ? ORDER BY v.change`);
  const inSpace = `FROM vectors AS v CROSS JOIN documents AS d ON d.id = v.document
    WHERE v.space = ? AND v.vector IS NOT NULL AND d.owner = ?`;
  const countInSpace = database.prepare(`SELECT count(*) AS documents ${inSpace}`);
  const documentsInSpace = database.prepare(`SELECT v.document ${inSpace} ORDER BY d.photoId`);
  const lastChange = database.prepare("SELECT max(change) AS change FROM vectors WHERE space = ?");
  const findVector = database.prepare("SELECT vector FROM vectors WHERE space = ? AND document = ?");
  const listDocuments = database.prepare(
    "SELECT photoId FROM documents WHERE photoId > ? ORDER BY photoId LIMIT ?",
  );
  const listSpace = database.prepare(`
    SELECT d.photoId FROM documents AS d CROSS JOIN vectors AS v ON v.document = d.id AND v.space = ?
    WHERE d.photoId > ? AND v.vector IS NOT NULL ORDER BY d.photoId LIMIT ?`);
  const countWith = database.prepare(`
    SELECT count(*) AS documents FROM words CROSS JOIN documents AS d ON d.id = words.rowid
    WHERE words MATCH ? AND d.owner = ?`);

  // We keep only the space that was searched last, because one space serves at a time.
  let loaded: { space: number; matrix: Matrix; change: number } | undefined;
  const backgrounds = new Map<string, { background: Background; change: number }>();

  function spaceOf(name: string): Space | undefined {
    const space = findSpace.get(name);
    return space && { id: Number(space.id), dimension: Number(space.dimension) };
  }

  function vectorsOf({ id, dimension }: Space): Matrix {
    if (loaded?.space !== id) loaded = { space: id, matrix: new Matrix(dimension), change: 0 };
    for (const { document, change, vector, photoId, owner } of changes.iterate(id, loaded.change)) {
      if (vector instanceof Uint8Array) {
        const row = { document: Number(document), photoId: String(photoId), owner: String(owner) };
        loaded.matrix.set(row, halves(vector));
      } else {
        loaded.matrix.delete(Number(document));
      }
      loaded.change = Number(change);
    }
    return loaded.matrix;
  }

  function count({ owner, filter }: Pick<Query, "owner" | "filter">): number {
    const where = whereOf({ owner, filter });
    const row = database
      .prepare(`SELECT count(*) AS documents FROM documents AS d WHERE ${where.sql}`)
      .get(...where.values);
    return Number(row?.documents);
  }

  function sample({ id }: Space, owner: string): Background {
    const documents = documentsInSpace.all(id, owner).map(({ document }) => Number(document));
    const vectorAt = (at: number) => {
      const vector = findVector.get(id, documents[at] ?? 0)?.vector;
      return halves(vector instanceof Uint8Array ? vector : new Uint8Array());
    };
    return backgroundOf(documents.length, (a, b) => dot(vectorAt(a), vectorAt(b)));
  }

  return {
    searchVectors(query) {
      const space = spaceOf(query.space);
      if (!space) return query.vectors.map(() => []);
      for (const vector of query.vectors) checkVector(vector, space.dimension);
      const where = whereOf(query);
      // The transaction makes both queries see the same state of the file.
      database.exec("BEGIN");
      try {
        const matrix = vectorsOf(space);
        const among =
          query.filter.length === 0
            ? matrix.ofOwner(query.owner)
            : matrix.ofDocuments(
                database
                  .prepare(`SELECT d.id FROM documents AS d WHERE ${where.sql}`)
                  .all(...where.values)
                  .map(({ id }) => Number(id)),
              );
        return matrix.nearest(query.vectors, among, query.limit);
      } finally {
        database.exec("COMMIT");
      }
    },
    searchText(query) {
      const tokens = query.tokens.filter(isToken);
      if (tokens.length === 0) return [];
      const where = whereOf(query);
      // CROSS JOIN makes SQLite go from the words to the documents, never the other way round.
      return database
        .prepare(`
          SELECT d.photoId, -bm25(words) AS score FROM words CROSS JOIN documents AS d ON d.id = words.rowid
          WHERE words MATCH ? AND ${where.sql} ORDER BY score DESC, d.photoId LIMIT ?`)
        .all(anyOf(tokens), ...where.values, query.limit)
        .map(scored);
    },
    withTokens(query) {
      const tokens = query.tokens.filter(isToken);
      if (tokens.length === 0) return [];
      const where = whereOf(query);
      return database
        .prepare(`
          SELECT d.photoId FROM words CROSS JOIN documents AS d ON d.id = words.rowid
          WHERE words MATCH ? AND ${where.sql} ORDER BY d.photoId`)
        .all(anyOf(tokens), ...where.values)
        .map(({ photoId }) => String(photoId));
    },
    browse(query) {
      const where = whereOf(query);
      return database
        .prepare(`
          SELECT d.photoId, 0 AS score FROM documents AS d
          WHERE ${where.sql} ORDER BY d.sortAt DESC, d.photoId LIMIT ?`)
        .all(...where.values, query.limit)
        .map(scored);
    },
    count,
    frequencies({ owner, tokens }) {
      const documentsWith = (token: string) =>
        isToken(token) ? Number(countWith.get(anyOf([token]), owner)?.documents) : 0;
      return {
        documents: count({ owner, filter: [] }),
        counts: new Map(tokens.map((token) => [token, documentsWith(token)])),
      };
    },
    background({ space: name, owner }) {
      const space = spaceOf(name);
      if (!space) return { documents: 0, mean: 0, deviation: 0 };
      const key = JSON.stringify([space.id, owner]);
      const change = Number(lastChange.get(space.id)?.change);
      let known = backgrounds.get(key);
      if (known?.change === change) return known.background;
      const documents = Number(countInSpace.get(space.id, owner)?.documents);
      if (!known || Math.abs(documents - known.background.documents) >= 0.2 * known.background.documents) {
        known = { background: sample(space, owner), change };
        backgrounds.set(key, known);
      }
      known.change = change;
      return known.background;
    },
    list({ space: name, after, limit }) {
      if (name === undefined) return listDocuments.all(after, limit).map(({ photoId }) => String(photoId));
      const space = spaceOf(name);
      return space ? listSpace.all(space.id, after, limit).map(({ photoId }) => String(photoId)) : [];
    },
  };
}

function halves(bytes: Uint8Array): Float16Array {
  return new Float16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
}

function scored({ photoId, score }: Record<string, unknown>): Scored {
  return { photoId: String(photoId), score: Number(score) };
}

/** Returns true for tokens as `search/words` makes them. No document contains anything else. */
function isToken(token: string): boolean {
  return /^[\p{L}\p{M}\p{N}_]+$/u.test(token);
}

/** Writes an FTS5 query for any of the tokens. Quotes keep a token from being read as syntax. */
function anyOf(tokens: string[]): string {
  return [...new Set(tokens)].map((token) => `"${token}"`).join(" OR ");
}
