import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import type { PhotoIndex } from "../port.ts";
import { checkVector } from "../vectors.ts";
import { indexError, isBusy } from "./errors.ts";
import { type IndexFile, isFolderOfLibrary, openIndexFile } from "./file.ts";
import { unpack } from "./packed.ts";
import { createReader, type Reader, type ReaderOptions } from "./reader.ts";
import { Thread } from "./thread.ts";
import { createWriter, type Writer } from "./writer.ts";

const documentsPerTransaction = 50;
const vectorsPerTransaction = 25;
const longestWait = 30_000;
/** The calls that the thread with the vectors answers. */
const ofVectors = new Set<keyof Reader>(["searchVectors", "prepare", "background"]);

interface Options {
  /** The folder of `index.sqlite`. It is made if it is missing. */
  folder: string;
  log?: { warn(message: string): void };
  /** For tests. `threadsFrom`: the number of documents from which on threads are used. */
  reading?: ReaderOptions & { threadsFrom?: number };
}

/**
 * An index with fewer documents is searched in this thread: that takes a fraction of a millisecond, and a crossing to
 * another thread takes longer.
 */
const fewDocuments = 500;
/** Milliseconds for which it is known how many documents there are, as far as that decides who searches. */
const countedFor = 500;

/**
 * Keeps the index in a SQLite file of its own, which several processes may have open at once. Writes run in this thread,
 * in transactions of a few milliseconds. Searches of more than a few documents run in two threads, one for vectors and one
 * for words and filters, so that a question waits for the slower of the two and not for both; each starts with its first
 * search. A file that is damaged or of another version is set aside, and `isComplete` says that the new file has to be
 * filled.
 */
export async function createEmbeddedIndex({ folder, log, reading = {} }: Options): Promise<PhotoIndex> {
  const { threadsFrom = fewDocuments, ...readerOptions } = reading;
  await mkdir(folder, { recursive: true });
  const path = join(folder, "index.sqlite");
  const isOfLibrary = isFolderOfLibrary(folder);
  const file = attempt(() =>
    openIndexFile({
      ...{ path, isOfLibrary },
      busyTimeout: 50,
      connect: createWriter,
      onReset: () =>
        log?.warn("The search index was damaged or of another version; a new one takes its place"),
    }),
  );
  const thread = () =>
    new Thread(new URL("./search-thread.ts", import.meta.url), {
      ...{ path, isOfLibrary },
      ...readerOptions,
    });
  const threads = { vectors: thread(), words: thread() };
  let readers: IndexFile<Reader> | undefined;
  const here = () => {
    const connect = (database: DatabaseSync) => createReader(database, readerOptions);
    readers ??= openIndexFile({ path, isOfLibrary, busyTimeout: 50, connect });
    return readers;
  };

  let counted = { documents: 0, until: Number.NEGATIVE_INFINITY };
  const isSmall = () => {
    const now = performance.now();
    if (now > counted.until)
      counted = { documents: attempt(() => file.use((writer) => writer.count())), until: now + countedFor };
    return counted.documents < threadsFrom;
  };

  /** While another process writes, this one waits without blocking its event loop. */
  async function write(work: (writer: Writer) => void): Promise<void> {
    for (const deadline = performance.now() + longestWait; ; await setTimeout(5 + Math.random() * 20)) {
      try {
        return file.use((writer) => writer.transaction(() => work(writer)));
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw indexError(error);
      }
    }
  }

  /** Writes the items in several short transactions. */
  async function writeEach<T>(
    items: T[],
    atOnce: number,
    work: (writer: Writer, item: T) => void,
  ): Promise<void> {
    for (let at = 0; at < items.length; at += atOnce) {
      await write((writer) => {
        for (const item of items.slice(at, at + atOnce)) work(writer, item);
      });
    }
  }

  async function ask<M extends keyof Reader>(
    method: M,
    query: Parameters<Reader[M]>[0] & { signal?: AbortSignal },
  ): Promise<ReturnType<Reader[M]>> {
    const { signal, ...rest } = query;
    if (isSmall()) {
      signal?.throwIfAborted();
      const found = attempt(() => here().use((reader) => reader[method](rest as never)));
      // If the caller gave up meanwhile, the result is not wanted any more.
      await null;
      signal?.throwIfAborted();
      return found as ReturnType<Reader[M]>;
    }
    const { vectors, words } = threads;
    const asked = (ofVectors.has(method) ? vectors : words).ask({ method, query: rest }, signal);
    return unpack(await asked) as ReturnType<Reader[M]>;
  }

  return {
    putDocuments: (documents) =>
      writeEach(documents, documentsPerTransaction, (writer, document) => writer.putDocument(document)),
    async putVectors(space, dimension, vectors) {
      for (const { vector } of vectors) checkVector(vector, dimension);
      await writeEach(vectors, vectorsPerTransaction, (writer, { photoId, vector }) =>
        writer.putVector(writer.putSpace(space, dimension), photoId, new Float16Array(vector)),
      );
    },
    remove: (photoIds) =>
      writeEach(photoIds, documentsPerTransaction, (writer, photoId) => writer.remove(photoId)),
    // There is no alias to point, because every search names its space.
    serve: async () => {},
    prepare: (space) => ask("prepare", { space }),
    async drop(space) {
      let gone = false;
      while (!gone) {
        await write((writer) => {
          gone = writer.dropSpace(space);
        });
      }
    },
    list: (query) => ask("list", query),
    // We copy the vector, because a view on a larger buffer would send the whole buffer to the thread.
    searchVectors: (query) =>
      ask("searchVectors", { ...query, vectors: query.vectors.map((vector) => vector.slice()) }),
    withTokens: (query) => ask("withTokens", query),
    searchText: (query) => ask("searchText", query),
    browse: (query) => ask("browse", query),
    count: (query) => ask("count", query),
    frequencies: (owner, tokens) => ask("frequencies", { owner, tokens }),
    background: (space, owner) => ask("background", { space, owner }),
    isComplete: async () => attempt(() => file.use((writer) => writer.isComplete())),
    markComplete: () => write((writer) => writer.markComplete()),
    check: async () => void attempt(() => file.use((writer) => writer.isComplete())),
    async close() {
      await Promise.all([threads.vectors.close(), threads.words.close()]);
      readers?.close();
      file.close();
    },
  };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw indexError(error);
  }
}
