import { answered, type Call } from "./connection.ts";
import { quoted } from "./terms.ts";

/** The number of hits or rows that one answer can hold. */
export const mostInAnswer = 16_384;
const pageSize = 5_000;
/** The consistency level at which a read sees all earlier writes, from any process. */
export const strong = 0;

export interface RowQuery {
  filter: string;
  fields: string[];
  /** Must not be more than `mostInAnswer`. */
  limit: number;
  /** True to get the rows in the order of their ids. */
  ordered?: boolean;
}

export async function rowsOf(
  { client, remaining }: Call,
  name: string,
  { filter, fields, limit, ordered = false }: RowQuery,
): Promise<Record<string, unknown>[]> {
  const { data } = await answered(
    client.query({
      collection_name: name,
      filter,
      output_fields: fields,
      limit,
      ...(ordered ? { params: { iterator: true } } : {}),
      consistency_level: strong,
      timeout: remaining(),
    }),
  );
  return data;
}

export async function countOf({ client, remaining }: Call, name: string, filter: string): Promise<number> {
  const { data } = await answered(
    client.query({
      collection_name: name,
      filter,
      output_fields: ["count(*)"],
      consistency_level: strong,
      timeout: remaining(),
    }),
  );
  return Number(data[0]?.["count(*)"]);
}

/**
 * Returns the first `limit` ids after `after`, ascending. It reads pages, so there may be more ids than one
 * answer holds.
 */
export async function idsOf(
  call: Call,
  name: string,
  { after, limit, filter }: { after: string; limit: number; filter: string },
): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < limit) {
    const page = Math.min(pageSize, limit - ids.length);
    const rows = await rowsOf(call, name, {
      filter: `id > ${quoted(ids.at(-1) ?? after)} and ${filter}`,
      fields: ["id"],
      limit: page,
      ordered: true,
    });
    for (const { id } of rows) ids.push(String(id));
    if (rows.length < page) break;
  }
  return ids;
}
