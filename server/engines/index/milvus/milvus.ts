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
  /** `auto`: HNSW_SQ, or FLAT on Milvus Lite, whose other indexes lose filtered rows. */
  index: "auto" | VectorIndex;
  /** Before the name of every collection. Letters, digits and `_`. */
  prefix?: string;
}

/**
 * The index in Milvus: a collection of documents, one of vectors for each space with the filter fields repeated, and an
 * alias `<prefix>vectors` on the space that serves. The server need not answer yet: whatever it takes is made with the
 * first write, by any number of processes at once. Where it takes more rows than one answer holds (16,384), the best or
 * newest of that many are found.
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
  /** Serves once it is there. */
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
