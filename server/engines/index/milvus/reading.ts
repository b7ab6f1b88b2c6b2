import type { SearchSimpleReq } from "@zilliz/milvus2-sdk-node";
import { AppError } from "#server/errors.ts";
import type { BrowsePlace, IndexQuery, PhotoIndex, Scored } from "../port.ts";
import { checkVector } from "../vectors.ts";
import type { Backgrounds } from "./backgrounds.ts";
import { best } from "./best.ts";
import type { MilvusCollection, MilvusCollections } from "./collections.ts";
import { photosOnly } from "./completeness.ts";
import { answered, type Call, type MilvusConnection } from "./connection.ts";
import { expressionOf } from "./filter.ts";
import { type Dated, newest, type Period } from "./newest.ts";
import { countOf, idsOf, mostInAnswer, rowsOf, strong } from "./rows.ts";
import { searchParams } from "./schema.ts";
import { quoted, term, textBytes, word } from "./terms.ts";

/** The number of requests that we send to the server at once. */
const atOnce = 16;

type Reading = Pick<
  PhotoIndex,
  "list" | "searchVectors" | "withTokens" | "searchText" | "browse" | "count" | "frequencies" | "background"
>;

export function createReading(
  connection: MilvusConnection,
  collections: MilvusCollections,
  backgrounds: Backgrounds,
): Reading {
  const { documents } = collections;

  async function hitsOf(
    { client, remaining }: Call,
    query: Omit<SearchSimpleReq, "output_fields" | "consistency_level" | "timeout">,
  ): Promise<Scored[]> {
    const { results } = await answered(
      client.search({ ...query, output_fields: ["id"], consistency_level: strong, timeout: remaining() }),
    );
    // Milvus Lite's BM25 is negative. Digits after the sixth are noise, which would make equal scores differ.
    return results.map(({ id, score }) => ({ photoId: String(id), score: Math.round(score * 1e6) / 1e6 }));
  }

  async function searchText({ tokens, limit, signal, ...asked }: IndexQuery & { tokens: readonly string[] }) {
    const filter = expressionOf(asked);
    const text = [...new Set(tokens)].map(word).join(" ");
    signal?.throwIfAborted();
    if (limit <= 0 || text === "") return [];
    if (text.length > textBytes) throw new AppError("BAD_REQUEST", "A question has too many words");
    const search = (call: Call) => (atMost: number) =>
      hitsOf(call, {
        collection_name: documents,
        data: [text],
        anns_field: "words",
        metric_type: "BM25",
        limit: atMost,
        filter,
      }).then((hits) => hits.map(({ photoId, score }) => ({ photoId, score: Math.abs(score) })));
    return read(documents, (call) => best(limit, search(call)), [], signal);
  }

  async function read<T>(
    name: string,
    work: (call: Call, collection: MilvusCollection) => Promise<T>,
    none: T,
    signal?: AbortSignal,
  ): Promise<T> {
    const found = await connection.run(
      "search",
      (call) => collections.use(call, name, (collection) => work(call, collection)),
      signal,
    );
    return found ?? none;
  }

  async function browse({
    limit,
    after,
    among,
    signal,
    ...asked
  }: IndexQuery & { after?: BrowsePlace | undefined; among?: string[] | undefined }): Promise<Scored[]> {
    const these = among ? ` and id in [${among.map((id) => quoted(term(id))).join(", ")}]` : "";
    const filter = `${expressionOf(asked)}${these}`;
    const behind = after
      ? ` and (sort_at < ${after.sortAt.toExponential()} or (sort_at == ${after.sortAt.toExponential()} and id > ${quoted(after.photoId)}))`
      : "";
    const during = ({ from, to }: Period) =>
      `${filter}${behind} and sort_at >= ${from.toExponential()} and sort_at < ${to.toExponential()}`;
    const dated = (row: Record<string, unknown>): Dated => ({
      photoId: String(row.id),
      sortAt: Number(row.sort_at),
    });
    signal?.throwIfAborted();
    if (limit <= 0 || among?.length === 0) return [];
    const look = (call: Call) =>
      newest(
        {
          count: (period) => countOf(call, documents, during(period)),
          rows: async (period) => {
            const query = { filter: during(period), fields: ["id", "sort_at"], limit: mostInAnswer };
            return (await rowsOf(call, documents, query)).map(dated);
          },
          byId: async (period, wanted) => {
            const query = { after: "", limit: wanted, filter: during(period) };
            const ids = await idsOf(call, documents, query);
            return ids.map((photoId) => ({ photoId, sortAt: period.from }));
          },
        },
        limit,
      );
    return read(documents, look, [], signal);
  }

  async function searchVector({
    space,
    vector,
    limit,
    signal,
    ...asked
  }: IndexQuery & { space: string; vector: Float32Array }): Promise<Scored[]> {
    const filter = expressionOf(asked);
    const name = collections.nameOf(space);
    const look = async (call: Call, { dimension, index }: MilvusCollection): Promise<Scored[]> => {
      checkVector(vector, dimension);
      if (limit <= 0) return [];
      return best(limit, (atMost) =>
        hitsOf(call, {
          collection_name: name,
          data: Array.from(vector),
          anns_field: "vector",
          metric_type: "COSINE",
          params: searchParams(index, atMost),
          limit: atMost,
          filter,
        }),
      );
    };
    return read(name, look, [], signal);
  }

  return {
    searchText,
    browse,
    async list({ space, after, limit }) {
      if (!/^[0-9a-f-]{0,36}$/.test(after)) throw new AppError("BAD_REQUEST", "A photo's id is no UUID");
      const name = space === undefined ? documents : collections.nameOf(space);
      return read(name, (call) => idsOf(call, name, { after, limit, filter: photosOnly }), []);
    },
    async searchVectors({ vectors, least, ...query }) {
      return Promise.all(
        vectors.map(async (vector, at) => {
          const lowest = least?.[at] ?? null;
          const limit = lowest === null ? query.limit : mostInAnswer;
          const found = await searchVector({ ...query, limit, vector });
          return lowest === null ? found : found.filter(({ score }) => score >= lowest);
        }),
      );
    },
    async withTokens({ tokens, signal, ...asked }) {
      const own = expressionOf(asked);
      const parts = inParts([...new Set(tokens)].map(word), textBytes);
      signal?.throwIfAborted();
      const look = async (call: Call) => {
        const found = await Promise.all(
          parts.map((part) => {
            const filter = `${own} and text_match(tokens, ${quoted(part.join(" "))})`;
            return idsOf(call, documents, { after: "", limit: Number.POSITIVE_INFINITY, filter });
          }),
        );
        return [...new Set(found.flat())].sort();
      };
      return parts.length === 0 ? [] : read(documents, look, [], signal);
    },
    async count(asked) {
      const filter = expressionOf(asked);
      return read(documents, (call) => countOf(call, documents, filter), 0);
    },
    async frequencies(owner, tokens) {
      const own = expressionOf({ owner, filter: [] });
      const look = async (call: Call) => {
        const all = await countOf(call, documents, own);
        const counts = new Map<string, number>();
        for (let at = 0; at < tokens.length; at += atOnce) {
          await Promise.all(
            tokens.slice(at, at + atOnce).map(async (token) => {
              const filter = `${own} and text_match(tokens, ${quoted(word(token))})`;
              counts.set(token, await countOf(call, documents, filter));
            }),
          );
        }
        return { documents: all, counts };
      };
      return read(documents, look, { documents: 0, counts: new Map(tokens.map((token) => [token, 0])) });
    },
    async background(space, owner) {
      const name = collections.nameOf(space);
      const look = (call: Call) => backgrounds.of(call, name, owner);
      return read(name, look, { documents: 0, mean: 0, deviation: 0 });
    },
  };
}

/** Splits words so that each part, joined by spaces, has at most so many characters. */
function inParts(words: string[], most: number): string[][] {
  const parts: string[][] = [];
  let length = most;
  for (const each of words) {
    if (length + each.length + 1 > most) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(each);
    length += each.length + 1;
  }
  return parts;
}
