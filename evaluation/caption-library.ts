import { join } from "node:path";
import { migrate } from "#server/engines/database/migrate.ts";
import { openSqlite } from "#server/engines/database/sqlite.ts";
import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import type { Space } from "#server/engines/models/port.ts";
import { writeCaption } from "#server/library/captions.ts";
import { centred } from "#server/library/centre.ts";
import { createCollections } from "#server/library/collections.ts";
import { writeEmbedding } from "#server/library/embeddings.ts";
import { writeFacts } from "#server/library/facts.ts";
import { createHubs } from "#server/library/hubs.ts";
import { localOwner } from "#server/library/ids.ts";
import { migrations } from "#server/library/migrations/all.ts";
import type { Schema } from "#server/library/schema.ts";
import { refreshHubs } from "#server/maintenance/hubs.ts";
import { rebuild } from "#server/maintenance/rebuild.ts";
import type { Found } from "#server/search/rank.ts";
import { retrieve } from "#server/search/retrieve.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { dimension, type RetrievalData } from "./retrieval-data.ts";

/** Fills the rows and the embedded index of a library with captions and their vectors. */
export async function fillCaptions(folder: string, documents: RetrievalData["documents"], trained: boolean) {
  const database = await openSqlite<Schema>(join(folder, "glimpse.sqlite"));
  await migrate(database, migrations);
  const index = await createEmbeddedIndex({ folder });
  const collections = createCollections(database);
  const space: Space = { id: `captions@1:${dimension}`, model: "captions", template: 1, dimension, trained };
  const idOf = (at: number) =>
    `01900000-0000-7000-8000-${String((at * 7_919) % 1_000_003).padStart(12, "0")}`;
  await database.rows.transaction().execute(async (rows) => {
    for (const [at, { text, vector }] of documents.entries()) {
      const id = idOf(at);
      const photo = { id, owner: localOwner, sha256: String(at).padStart(64, "0"), file_name: "" };
      const about = { type: "image/jpeg", extension: "jpg", bytes: 1, status: "indexed" as const };
      await rows
        .insertInto("photos")
        .values({ ...photo, ...about, sort_at: at, created_at: at })
        .execute();
      await writeFacts(rows, localOwner, id, noFacts, { thumbhash: "", colours: [], brightness: null });
      await writeCaption(rows, localOwner, id, { text, model: "captions", raw: null });
      await writeEmbedding(rows, localOwner, id, space, vector);
    }
  });
  for await (const _ of rebuild({ database, index, collections }, space));
  const serving = await collections.serving();
  if (serving) await refreshHubs(database, serving, documents.length);
  const collection = await collections.serving();
  const hubs = createHubs(database);
  return {
    ...{ database, index, hubs, collection, collections },
    idOf,
    async ask(text: string, question: Float32Array): Promise<{ found: Found; documents: number }> {
      const vector = collection && { collection, vector: centred(question, collection.mean) };
      return retrieve({ index, hubs }, { owner: localOwner, text, filter: [], vector });
    },
    async close() {
      await index.close();
      await database.close();
    },
  };
}
