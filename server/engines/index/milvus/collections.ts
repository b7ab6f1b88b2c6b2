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

/** A collection as the server describes it. */
export interface MilvusCollection {
  name: string;
  /** The dimension of its vectors; 0 for the collection of documents. */
  dimension: number;
  /** The kind of index on its vectors. */
  index: VectorIndex;
}

export interface MilvusCollections {
  documents: string;
  nameOf(space: string): string;
  /** Returns true if we have a description of the collection, so that it will not be made anew. */
  isKnown(name: string): boolean;
  /** Returns the names of all existing collections of vectors. */
  ofVectors(call: Call): Promise<string[]>;
  /** Makes, indexes and loads the collection if needed. Any number of processes may do so at once. */
  ensureDocuments(call: Call): Promise<MilvusCollection>;
  /**
   * Does the same for a space; `made` says whether it was made just now. Throws BAD_REQUEST if it has another
   * dimension.
   */
  ensureSpace(call: Call, space: string, dimension: number): Promise<MilvusCollection & { made: boolean }>;
  /**
   * Returns the result of `work` on a collection, or null if there is no such collection. If `work` fails
   * because our description is out of date or the collection is not in memory, it is described or loaded
   * again, and `work` runs a second time.
   */
  use<T>(call: Call, name: string, work: (collection: MilvusCollection) => Promise<T>): Promise<T | null>;
  /** Points the alias of the serving space at a collection. */
  point(call: Call, name: string): Promise<void>;
  drop(call: Call, name: string): Promise<void>;
  /** Forgets the description of a collection, so that the server is asked again. */
  forget(name: string): void;
}

interface Settings {
  /** Stands before every name, so that several libraries can share a server. */
  prefix: string;
  /** Returns how vectors are indexed in new collections, and whether they are stored in half precision. */
  style(): Promise<{ index: VectorIndex; half: boolean }>;
}

export function createMilvusCollections({ prefix, style }: Settings): MilvusCollections {
  const documents = `${prefix}documents_${layout}`;
  const vectors = `${prefix}space_${layout}_`;
  const alias = `${prefix}vectors`;
  const described = new Map<string, MilvusCollection>();
  /** The collections that are indexed and loaded, as far as this process knows. */
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
    // Without `cache` this call also renews the description that the SDK has of the collection.
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

  /** Returns the kind of index that the vectors have, or the kind that they will get. */
  async function indexOf({ client, remaining }: Call, name: string): Promise<VectorIndex> {
    const request = { collection_name: name, field_name: "vector", timeout: remaining() };
    const answer = await answered(client.describeIndex(request)).catch(() => null);
    const params = answer?.index_descriptions[0]?.params ?? [];
    const type = params.find(({ key }) => key === "index_type")?.value;
    return vectorIndexes.find((known) => known === type) ?? (await style()).index;
  }

  /**
   * Indexes and loads a collection. An existing index stays, even if the setting has changed since. Filters
   * work without an index too: if a server cannot index a field (Milvus Lite cannot index lists), it scans
   * the field.
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

  /** Makes a collection, and returns true if this process was the one that made it. */
  async function make(call: Call, name: string, spec: CollectionSpec): Promise<boolean> {
    const { indexes: _, ...definition } = spec;
    for (let left = mostAttempts; ; left--) {
      const request = { collection_name: name, ...definition, timeout: call.remaining() };
      const failure = await answered(call.client.createCollection(request)).then(
        () => null,
        (error: unknown) => error,
      );
      // Another process may be first. Milvus Lite reports this before the collection exists.
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
    isKnown: (name) => described.has(name),
    forget,
    async ofVectors({ client, remaining }) {
      const { data } = await answered(client.showCollections({ timeout: remaining() }));
      return data.map(({ name }) => name).filter((name) => name.startsWith(vectors));
    },
    ensureDocuments: (call) => ensure(call, documents, async () => documentsSpec),
    async ensureSpace(call, space, dimension) {
      const name = nameOf(space);
      // Another process may have dropped the collection and made it anew.
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
      // If altering fails, there is no alias yet; if creating fails too, another process has made it by now.
      await alter().catch(() => answered(client.createAlias(request())).catch(alter));
    },
    async drop({ client, remaining }, name) {
      const request = () => ({ collection_name: name, alias, timeout: remaining() });
      const now = await orMissing(answered(client.describeAlias(request())));
      // A server refuses to drop a collection that an alias points at.
      if (now?.collection === name) await orMissing(answered(client.dropAlias(request())));
      await orMissing(answered(client.dropCollection({ collection_name: name, timeout: remaining() })));
      forget(name);
    },
  };
}

/** Returns true if another process may have dropped the collection or made it anew with another dimension. */
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
