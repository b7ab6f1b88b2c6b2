import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "#server/errors.ts";
import { answered, type Call, MilvusRefusal } from "./connection.ts";
import {
  type CollectionSpec,
  documentsSpec,
  layout,
  type VectorIndex,
  vectorIndexes,
  vectorIndexSpecs,
  vectorsSpec,
} from "./schema.ts";

const mostAttempts = 20;

/** A collection as the server has it. */
export interface MilvusCollection {
  name: string;
  /** Of vectors; 0 for documents. */
  dimension: number;
  /** How its vectors are indexed. */
  index: VectorIndex;
}

export interface MilvusCollections {
  documents: string;
  nameOf(space: string): string;
  /** Names of all collections of vectors that are there. */
  ofVectors(call: Call): Promise<string[]>;
  /** Made, indexed and loaded where it is not, by any number of processes at once. */
  ensureDocuments(call: Call): Promise<MilvusCollection>;
  /** The same for a space; `made` tells whether it was not there. Throws BAD_REQUEST where it has another dimension. */
  ensureSpace(call: Call, space: string, dimension: number): Promise<MilvusCollection & { made: boolean }>;
  /**
   * What `work` makes of a collection; null where it is not there. It is read from the server again, and loaded into
   * memory, where that is what `work` failed at.
   */
  use<T>(call: Call, name: string, work: (collection: MilvusCollection) => Promise<T>): Promise<T | null>;
  /** Points the alias of what serves at a collection. */
  point(call: Call, name: string): Promise<void>;
  drop(call: Call, name: string): Promise<void>;
  /** What is known of a collection is asked for again. */
  forget(name: string): void;
}

interface Settings {
  /** Before every name, so that several libraries can share a server. */
  prefix: string;
  /** How vectors are indexed in collections that are made from now on, and whether they are in half precision. */
  style(): Promise<{ index: VectorIndex; half: boolean }>;
}

export function createMilvusCollections({ prefix, style }: Settings): MilvusCollections {
  const documents = `${prefix}documents_${layout}`;
  const vectors = `${prefix}space_${layout}_`;
  const alias = `${prefix}vectors`;
  const described = new Map<string, MilvusCollection>();
  /** Indexed and loaded, as far as this process knows. */
  const ready = new Set<string>();

  function forget(name: string): void {
    described.delete(name);
    ready.delete(name);
  }

  async function find(
    { client, remaining }: Call,
    name: string,
    fresh: boolean,
  ): Promise<MilvusCollection | null> {
    const before = described.get(name);
    if (before && !fresh) return before;
    // Asked without `cache`, it also renews what the SDK believes of the collection.
    const answer = await orMissing(
      answered(client.describeCollection({ collection_name: name, timeout: remaining() })),
    );
    if (!answer) {
      forget(name);
      return null;
    }
    const vector = answer.schema.fields.find((field) => field.name === "vector");
    const collection: MilvusCollection = {
      name,
      dimension: Number(vector?.dim ?? 0),
      index: vector ? await indexOf({ client, remaining }, name) : "FLAT",
    };
    described.set(name, collection);
    return collection;
  }

  /** What the vectors have, or will have. */
  async function indexOf({ client, remaining }: Call, name: string): Promise<VectorIndex> {
    const request = { collection_name: name, field_name: "vector", timeout: remaining() };
    const answer = await answered(client.describeIndex(request)).catch(() => null);
    const params = answer?.index_descriptions[0]?.params ?? [];
    const type = params.find(({ key }) => key === "index_type")?.value;
    return vectorIndexes.find((known) => known === type) ?? (await style()).index;
  }

  /**
   * Indexes and loads. An index that is there stays, whatever the setting says by now. Filters work without an index:
   * where a server has none for a field (Milvus Lite for lists), it reads through them.
   */
  async function prepare({ client, remaining }: Call, { name, index }: MilvusCollection): Promise<void> {
    for (const one of name === documents ? documentsSpec.indexes : vectorIndexSpecs(index)) {
      const request = { collection_name: name, timeout: remaining() };
      await answered(client.createIndex({ ...request, ...one })).catch(async (error) => {
        if (!(error instanceof MilvusRefusal)) throw error;
        if (!one.metric_type) return;
        await answered(client.describeIndex({ ...request, field_name: one.field_name })).catch(() => {
          throw error;
        });
      });
    }
    await answered(client.loadCollectionAsync({ collection_name: name, timeout: remaining() }));
    for (;;) {
      const { state } = await answered(client.getLoadState({ collection_name: name, timeout: remaining() }));
      if (state === "LoadStateLoaded") break;
      await pause(Math.min(100, remaining()));
      if (remaining() <= 1) throw new AppError("INDEX_AWAY", "Milvus is still loading the search index");
    }
    ready.add(name);
  }

  /** Whether this process was the one that made it. */
  async function make(call: Call, name: string, spec: CollectionSpec): Promise<boolean> {
    const { indexes: _, ...definition } = spec;
    for (let left = mostAttempts; ; left--) {
      const request = { collection_name: name, ...definition, timeout: call.remaining() };
      const failure = await answered(call.client.createCollection(request)).then(
        () => null,
        (error: unknown) => error,
      );
      // Another process may be first. Milvus Lite says so before its collection is there.
      if (await find(call, name, true)) return failure === null;
      if (left === 0)
        throw failure ?? new AppError("INDEX_AWAY", "A collection is gone as soon as it is made");
      await pause(100);
    }
  }

  async function ensure(call: Call, name: string, spec: () => Promise<CollectionSpec>) {
    const made = !(await find(call, name, false)) && (await make(call, name, await spec()));
    const collection = described.get(name);
    if (!collection) throw new AppError("INDEX_AWAY", "A collection is gone as soon as it is made");
    if (!ready.has(name)) await prepare(call, collection);
    return { ...collection, made };
  }

  function nameOf(space: string): string {
    const readable = space.replace(/[^A-Za-z0-9]+/g, "_").slice(0, 60);
    return `${vectors}${readable}_${createHash("sha256").update(space).digest("hex").slice(0, 24)}`;
  }

  return {
    documents,
    nameOf,
    forget,
    async ofVectors({ client, remaining }) {
      const { data } = await answered(client.showCollections({ timeout: remaining() }));
      return data.map(({ name }) => name).filter((name) => name.startsWith(vectors));
    },
    ensureDocuments: (call) => ensure(call, documents, async () => documentsSpec),
    async ensureSpace(call, space, dimension) {
      const name = nameOf(space);
      // Another process may have dropped it and made it anew.
      if (described.get(name)?.dimension !== dimension) forget(name);
      const spec = async () => {
        const { index, half } = await style();
        return vectorsSpec(dimension, index, half);
      };
      const collection = await ensure(call, name, spec);
      if (collection.dimension === dimension) return collection;
      throw new AppError("BAD_REQUEST", `The space ${space} has vectors of ${collection.dimension} numbers`);
    },
    async use(call, name, work) {
      for (let again = false; ; again = true) {
        const collection = await find(call, name, again);
        if (!collection) return null;
        try {
          return await work(collection);
        } catch (error) {
          if (again) throw error;
          if (error instanceof MilvusRefusal && error.isReleased) await prepare(call, collection);
          else if (!mayBeStale(error)) throw error;
        }
      }
    },
    async point({ client, remaining }, name) {
      const request = () => ({ collection_name: name, alias, timeout: remaining() });
      const now = await orMissing(answered(client.describeAlias(request())));
      if (now?.collection === name) return;
      const alter = () => answered(client.alterAlias(request()));
      // It is not there yet, or by now another process has made it.
      await alter().catch(() => answered(client.createAlias(request())).catch(alter));
    },
    async drop({ client, remaining }, name) {
      const request = () => ({ collection_name: name, alias, timeout: remaining() });
      const now = await orMissing(answered(client.describeAlias(request())));
      // A server refuses to drop what an alias points at.
      if (now?.collection === name) await orMissing(answered(client.dropAlias(request())));
      await orMissing(answered(client.dropCollection({ collection_name: name, timeout: remaining() })));
      forget(name);
    },
  };
}

/** Whether it may come of a collection that another process has dropped, or made anew with another dimension. */
function mayBeStale(error: unknown): boolean {
  if (error instanceof MilvusRefusal) return error.isMissing;
  return error instanceof TypeError || (error instanceof AppError && error.code === "BAD_REQUEST");
}

async function orMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof MilvusRefusal && (error.isMissing || /alias/i.test(error.message))) return null;
    throw error;
  }
}
