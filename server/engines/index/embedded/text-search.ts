import type { DatabaseSync } from "node:sqlite";
import type { IndexQuery, Scored } from "../port.ts";
import type { Documents } from "./documents.ts";
import { whereOf } from "./filter.ts";
import { bestOf, inOrder, type Near } from "./probe.ts";

type Query = Omit<IndexQuery, "signal">;

/** Searches documents by their words and fields. Ids of photos come from memory, because rows are wide. */
export interface TextSearch {
  search(query: Query & { tokens: readonly string[] }): Scored[];
  withTokens(query: Omit<Query, "limit"> & { tokens: readonly string[] }): string[];
  /** How many of the owner's documents contain the token. */
  documentsWith(owner: string, token: string): number;
  /** Returns the documents that meet the filter; null if there is no filter, so that all of the owner's do. */
  documentsUnder(query: Pick<Query, "owner" | "filter">): number[] | null;
}

/**
 * In an index with at most this many documents we know which tokens there are. A concept has hundreds of tokens, most
 * of which no document contains, and looking each of them up takes longer than everything else.
 */
const mostForTokens = 2_000;

export function createTextSearch(database: DatabaseSync, documents: Documents): TextSearch {
  // One text of all numbers comes out of SQLite several times faster than as many rows.
  const joined = database.prepare("SELECT group_concat(rowid) AS ids FROM words WHERE words MATCH ?");
  const scores = database.prepare("SELECT rowid, -bm25(words) FROM words WHERE words MATCH ?");
  scores.setReturnArrays(true);
  const counted = database.prepare("SELECT count(*) AS documents FROM words WHERE words MATCH ?");
  // CROSS JOIN makes SQLite go from the words to the documents, never the other way round.
  const under = (what: string, where: string) =>
    database.prepare(
      `SELECT ${what} FROM words CROSS JOIN documents AS d ON d.id = words.rowid WHERE words MATCH ? AND ${where}`,
    );

  const countAll = database.prepare("SELECT coalesce(sum(documents), 0) AS documents FROM totals");
  const version = database.prepare("PRAGMA data_version");
  const listTokens = database.prepare("SELECT term FROM temp.tokens");
  let there: { version: unknown; tokens: Set<string> | null } | undefined;

  /**
   * Leaves out words that are no tokens and, if the tokens of the index are known, tokens that no document contains.
   */
  function contained(tokens: readonly string[]): string[] {
    const now = version.get()?.data_version;
    if (there?.version !== now) {
      const isSmall = Number(countAll.get()?.documents) <= mostForTokens;
      const all = isSmall ? new Set(listTokens.all().map(({ term }) => String(term))) : null;
      there = { version: now, tokens: all };
    }
    const known = there?.tokens;
    return known ? tokens.filter((token) => known.has(token)) : tokens.filter(isToken);
  }

  function matching({ owner, filter }: Pick<Query, "owner" | "filter">, tokens: readonly string[]): number[] {
    if (filter.length === 0) {
      const all = numbersOf(joined.get(anyOf(tokens))?.ids);
      return documents.isAllOf(owner) ? all : all.filter((document) => documents.isOf(document, owner));
    }
    const where = whereOf({ owner, filter });
    return numbersOf(under("group_concat(d.id) AS ids", where.sql).get(anyOf(tokens), ...where.values)?.ids);
  }

  return {
    search({ owner, filter, limit, ...query }) {
      const tokens = contained(query.tokens);
      if (tokens.length === 0) return [];
      const where = whereOf({ owner, filter });
      const isAll = filter.length === 0 && documents.isAllOf(owner);
      const statement = isAll ? scores : under("d.id, -bm25(words)", where.sql);
      statement.setReturnArrays(true);
      const found = statement.all(anyOf(tokens), ...(isAll ? [] : where.values)) as unknown as [
        number,
        number,
      ][];
      const hits = found.map(([document, score]): Near => ({ document, score }));
      return inOrder(bestOf(hits, limit), documents, limit);
    },
    withTokens(query) {
      const tokens = contained(query.tokens);
      if (tokens.length === 0) return [];
      return matching(query, tokens).flatMap((document) => documents.photoIdOf(document) ?? []);
    },
    documentsWith(owner, token) {
      if (contained([token]).length === 0) return 0;
      if (documents.isAllOf(owner)) return Number(counted.get(anyOf([token]))?.documents);
      return matching({ owner, filter: [] }, [token]).length;
    },
    documentsUnder({ owner, filter }) {
      if (filter.length === 0) return null;
      const where = whereOf({ owner, filter });
      const statement = database.prepare(
        `SELECT group_concat(d.id) AS ids FROM documents AS d WHERE ${where.sql}`,
      );
      return numbersOf(statement.get(...where.values)?.ids);
    },
  };
}

function numbersOf(joined: unknown): number[] {
  return typeof joined === "string" ? joined.split(",").map(Number) : [];
}

/** Returns true for tokens as `search/words` makes them. No document contains anything else. */
function isToken(token: string): boolean {
  return /^[\p{L}\p{M}\p{N}_]+$/u.test(token);
}

/** Writes an FTS5 query for any of the tokens. Quotes keep a token from being read as syntax. */
function anyOf(tokens: readonly string[]): string {
  return [...new Set(tokens)].map((token) => `"${token}"`).join(" OR ");
}
