import { isDeepStrictEqual } from "node:util";
import { AppError } from "#server/errors.ts";
import { filterFields, type PhotoIndex } from "../port.ts";
import { checkVector } from "../vectors.ts";
import type { MilvusCollections } from "./collections.ts";
import type { Completeness } from "./completeness.ts";
import { answered, type Call, type MilvusConnection, MilvusRefusal } from "./connection.ts";
import { columnOf } from "./filter.ts";
import { rowsOf } from "./rows.ts";
import { documentRow, drawOf, type Row } from "./schema.ts";
import { amongIds, checkedIds } from "./terms.ts";

/**
 * Small enough for one request of 64 MB, and for the SDK, which blocks the event loop 2 ms for each vector of
 * 4096.
 */
const rowsAtOnce = 100;
const bytesAtOnce = 16_000_000;

const shared = ["owner", ...filterFields.map(columnOf)];

type Fields = Record<string, unknown>;

type Writing = Pick<PhotoIndex, "putDocuments" | "remove"> & {
  /** Writes vectors as the port describes. Returns true if the collection of the space was made for it. */
  putVectors(...given: Parameters<PhotoIndex["putVectors"]>): Promise<boolean>;
};

export function createWriting(
  connection: MilvusConnection,
  collections: MilvusCollections,
  completeness: Completeness,
): Writing {
  const { documents } = collections;

  /** Returns the rows that exist, by id; no rows if there is no such collection. */
  async function present(
    call: Call,
    name: string,
    ids: string[],
    fields: string[],
  ): Promise<Map<string, Fields>> {
    const query = { filter: amongIds(ids), fields: ["id", ...fields], limit: ids.length };
    const rows = await collections.use(call, name, () => rowsOf(call, name, query));
    return new Map((rows ?? []).map((row) => [String(row.id), row]));
  }

  async function upsert(
    { client, remaining }: Call,
    name: string,
    data: Row[],
    partial = false,
  ): Promise<void> {
    if (data.length === 0) return;
    const request = { collection_name: name, data, partial_update: partial, timeout: remaining() };
    await answered(client.upsert(request));
  }

  async function remove({ client, remaining }: Call, name: string, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const request = { collection_name: name, filter: amongIds(ids), timeout: remaining() };
    await answered(client.deleteEntities(request)).catch((error) => {
      if (!(error instanceof MilvusRefusal && error.isMissing)) throw error;
    });
  }

  /**
   * Makes the filter fields beside these photos' vectors follow their documents, and removes vectors of
   * another owner.
   */
  async function follow(call: Call, name: string, rows: Row[]): Promise<void> {
    if (rows.length === 0) return;
    const there = await present(
      call,
      name,
      rows.map(({ id }) => String(id)),
      ["owner"],
    );
    const beside = rows.filter(({ id }) => there.has(String(id)));
    const changedHands = beside.filter(({ id, owner }) => there.get(String(id))?.owner !== owner);
    await remove(
      call,
      name,
      changedHands.map(({ id }) => String(id)),
    );
    const staying = beside.filter((row) => !changedHands.includes(row));
    const fields = staying.map(({ sort_at: _, tokens: __, ...row }) => row);
    await upsert(call, name, fields, true);
  }

  /**
   * Updates vectors whose documents were changed or removed while the vectors with these `fields` were
   * written.
   */
  async function keepUp(call: Call, name: string, fields: Map<string, Fields>): Promise<void> {
    const now = await present(call, documents, [...fields.keys()], shared);
    const gone = [...fields.keys()].filter((id) => !now.has(id));
    const changed = [...now].filter(([id, row]) => !isDeepStrictEqual(row, fields.get(id)));
    await remove(call, name, gone);
    await follow(
      call,
      name,
      changed.map(([, row]) => row as Row),
    );
  }

  /**
   * Tries once more if a collection or a row was removed in the meantime, with fresh descriptions of the
   * collections.
   */
  async function write(work: (call: Call) => Promise<void>, forget: string[]): Promise<void> {
    try {
      await connection.run("write", work);
    } catch (error) {
      const cause = error instanceof AppError ? error.cause : null;
      if (!(cause instanceof MilvusRefusal || cause instanceof TypeError)) throw error;
      for (const name of forget) collections.forget(name);
      await connection.run("prepare", work);
    }
  }

  return {
    async putDocuments(all) {
      checkedIds(all.map(({ photoId }) => photoId));
      const rows = lastOfEach(all.map(documentRow));
      if (rows.length === 0) return;
      await connection.run("prepare", (call) => collections.ensureDocuments(call));
      for (const batch of batches(rows)) {
        const work = async (call: Call) => {
          await collections.ensureDocuments(call);
          await upsert(call, documents, batch);
          for (const name of await collections.ofVectors(call)) await follow(call, name, batch);
        };
        await write(work, [documents]);
      }
    },
    async putVectors(space, dimension, all) {
      for (const { vector } of all) checkVector(vector, dimension);
      checkedIds(all.map(({ photoId }) => photoId));
      let made = false;
      const ensure = async (call: Call) => {
        const name = collections.nameOf(space);
        const wasOnRecord = await completeness.isOnRecord(call, name);
        const collection = await collections.ensureSpace(call, space, dimension);
        made ||= collection.made;
        await completeness.expect(call, { ...collection, wasOnRecord });
        return collection;
      };
      const vectors = lastOfEach(all.map(({ photoId, vector }) => ({ id: photoId, vector })));
      if (vectors.length === 0) return false;
      await connection.run("prepare", ensure);
      for (const batch of batches(vectors)) {
        const ids = batch.map(({ id }) => id);
        const work = async (call: Call) => {
          const fields = await present(call, documents, ids, shared);
          const missing = ids.find((id) => !fields.has(id));
          if (missing) {
            throw new AppError("NOT_FOUND", `The photo ${missing} has no document in the index`);
          }
          const { name } = await ensure(call);
          const rows = batch.map(({ id, vector }) => ({
            ...(fields.get(id) as Row),
            id,
            draw: drawOf(id),
            vector: Array.from(vector),
          }));
          await upsert(call, name, rows);
          await keepUp(call, name, fields);
        };
        await write(work, [collections.nameOf(space)]);
      }
      return made;
    },
    async remove(photoIds) {
      const ids = [...new Set(checkedIds(photoIds))];
      for (let at = 0; at < ids.length; at += rowsAtOnce) {
        const some = ids.slice(at, at + rowsAtOnce);
        await connection.run("write", async (call) => {
          await remove(call, documents, some);
          for (const name of await collections.ofVectors(call)) await remove(call, name, some);
        });
      }
    },
  };
}

/**
 * Keeps the last of the rows with the same id, because the order of two such rows in one request is
 * undefined.
 */
function lastOfEach<T extends Row | { id: string }>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function* batches<T extends object>(rows: T[]): Generator<T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    if (batch.length > 0 && (batch.length === rowsAtOnce || bytes + size > bytesAtOnce)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Estimates the number of bytes on the wire. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return 3 * value.length;
  if (value instanceof Float32Array) return value.byteLength;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0);
}
