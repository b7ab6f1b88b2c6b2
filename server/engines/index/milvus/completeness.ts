import type { MilvusCollections } from "./collections.ts";
import { answered, type Call } from "./connection.ts";
import { mostInAnswer, rowsOf } from "./rows.ts";
import { blankRow, type Row } from "./schema.ts";
import { quoted } from "./terms.ts";

/**
 * Records whether the index is complete, and which collections of vectors must exist for that. The records
 * are rows in the collection of documents, so that they vanish if the documents do.
 */
export interface Completeness {
  isComplete(call: Call): Promise<boolean>;
  mark(call: Call): Promise<void>;
  /**
   * Returns true if a collection of vectors is on record. It has to be asked before the collection is looked
   * for: one that is on record and then missing is lost, while one that another process makes and records
   * after this is not.
   */
  isOnRecord(call: Call, name: string): Promise<boolean>;
  /**
   * Records a collection of vectors that was just made or is used for the first time. If it was made just now
   * but was on record before, its vectors have been lost, and the index is no longer complete.
   */
  expect(call: Call, collection: { name: string; made: boolean; wasOnRecord: boolean }): Promise<void>;
  /** Forgets a collection of vectors that will be dropped. */
  release(call: Call, name: string): Promise<void>;
}

/** These ids sort after every photo's id, and the rows belong to no owner. */
const first = "~";
const complete = `${first}complete`;
const rowOf = (name: string) => `${first}${name}`;
const nobody = "#glimpse";

/** Leaves these rows out of a query that selects by id alone. */
export const photosOnly = `id < ${quoted(first)}`;

function mark(id: string): Row {
  return { id, ...blankRow, owner: nobody };
}

export function createCompleteness(collections: MilvusCollections): Completeness {
  const { documents } = collections;
  /** The collections whose record is known to exist. */
  const expected = new Set<string>();

  async function marks(call: Call): Promise<Set<string>> {
    const query = { filter: `id >= ${quoted(first)}`, fields: ["id"], limit: mostInAnswer };
    const rows = await collections.use(call, documents, () => rowsOf(call, documents, query));
    return new Set((rows ?? []).map(({ id }) => String(id)));
  }

  async function put(call: Call, ids: string[]): Promise<void> {
    const data = ids.map(mark);
    await answered(call.client.upsert({ collection_name: documents, data, timeout: call.remaining() }));
  }

  async function remove(call: Call, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const filter = `id in [${ids.map(quoted).join(", ")}]`;
    await answered(
      call.client.deleteEntities({ collection_name: documents, filter, timeout: call.remaining() }),
    );
  }

  return {
    async isComplete(call) {
      const rows = await marks(call);
      if (!rows.delete(complete)) return false;
      const there = new Set((await collections.ofVectors(call)).map(rowOf));
      return rows.isSubsetOf(there);
    },
    async mark(call) {
      await collections.ensureDocuments(call);
      const there = new Set((await collections.ofVectors(call)).map(rowOf));
      const rows = await marks(call);
      rows.delete(complete);
      await remove(call, [...rows.difference(there)]);
      await put(call, [...there.difference(rows), complete]);
    },
    async isOnRecord(call, name) {
      if (expected.has(name) && collections.isKnown(name)) return true;
      return (await marks(call)).has(rowOf(name));
    },
    async expect(call, { name, made, wasOnRecord }) {
      if (!made && expected.has(name)) return;
      await collections.ensureDocuments(call);
      if (made && wasOnRecord) await remove(call, [complete]);
      if (!wasOnRecord) await put(call, [rowOf(name)]);
      expected.add(name);
    },
    async release(call, name) {
      expected.delete(name);
      await collections.use(call, documents, () => remove(call, [rowOf(name)]));
    },
  };
}
