import { AppError } from "#server/errors.ts";
import type { PhotoIndex } from "../port.ts";
import { createBackgrounds } from "./backgrounds.ts";
import { createMilvusCollections } from "./collections.ts";
import { createCompleteness } from "./completeness.ts";
import { connectMilvus } from "./connection.ts";
import { createReading } from "./reading.ts";
import type { VectorIndex } from "./schema.ts";
import { createWriting } from "./writing.ts";

interface Options {
  url: string;
  token: string | null;
  /** `auto` means HNSW_SQ, but FLAT on Milvus Lite, whose other indexes lose filtered rows. */
  index: "auto" | VectorIndex;
  /** Stands before the name of every collection. Only letters, digits and `_` are allowed. */
  prefix?: string;
}

/**
 * Keeps the index in Milvus: one collection of documents, one collection of vectors for each space (with the
 * filter fields repeated), and an alias `<prefix>vectors` for the space that serves. The server need not be
 * up yet: the collections are made with the first write, by any number of processes at once. If a search
 * matches more rows than one answer can hold (16,384), it returns the best or newest of that many.
 */
export function createMilvusIndex({ url, token, index, prefix = "glimpse_" }: Options): PhotoIndex {
  const connection = connectMilvus({ url, token });
  const collections = createMilvusCollections({
    prefix,
    async style() {
      const isLite = await connection.isLite();
      return { index: index !== "auto" ? index : isLite ? "FLAT" : "HNSW_SQ", half: !isLite };
    },
  });
  const completeness = createCompleteness(collections);
  const backgrounds = createBackgrounds();
  const reading = createReading(connection, collections, backgrounds);
  const writing = createWriting(connection, collections, completeness);
  /** The space that was asked to serve. The alias points at it as soon as its collection exists. */
  let serving: string | null = null;

  async function pointAt(space: string): Promise<void> {
    const name = collections.nameOf(space);
    await connection.run("write", (call) => collections.use(call, name, () => collections.point(call, name)));
  }

  return {
    ...reading,
    putDocuments: (documents) => writing.putDocuments(documents).finally(backgrounds.changed),
    async putVectors(space, dimension, vectors) {
      const made = await writing.putVectors(space, dimension, vectors).finally(backgrounds.changed);
      if (made && space === serving) await pointAt(space);
    },
    remove: (photoIds) => writing.remove(photoIds).finally(backgrounds.changed),
    async serve(space) {
      serving = space;
      await pointAt(space);
    },
    // The server is ready, or it is not.
    prepare: async () => {},
    async drop(space) {
      const name = collections.nameOf(space);
      if (serving === space) serving = null;
      await connection.run("write", async (call) => {
        await completeness.release(call, name);
        await collections.drop(call, name);
      });
      backgrounds.changed();
    },
    isComplete: () => connection.run("search", (call) => completeness.isComplete(call)),
    markComplete: () => connection.run("prepare", (call) => completeness.mark(call)),
    check: () =>
      connection.run("search", async ({ client }) => {
        const { isHealthy, reasons } = await client.checkHealth();
        if (!isHealthy) throw new AppError("INDEX_AWAY", `Milvus is not well: ${reasons.join("; ")}`);
      }),
    close: () => connection.close(),
  };
}
