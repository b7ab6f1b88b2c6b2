import type { Database } from "../engines/database/port.ts";
import type { Collection } from "../library/collections.ts";
import { type Embeddings, keepSample, sampleDrawnOf } from "../library/embeddings.ts";
import { countEmbedded } from "../library/index-contents.ts";
import type { Schema } from "../library/schema.ts";
import { sampleGrowth, sampleSize } from "../search/samples.ts";

interface Needs {
  database: Database<Schema>;
  embeddings: Embeddings;
  owner: string;
}

/**
 * Draws the vectors that represent a space and keeps them for the processes that search, if there are none yet or the
 * space has grown by a fifth. Returns true if it drew any. A small space needs no sample, because all its vectors are
 * compared.
 */
export async function refreshSample(
  { database, embeddings, owner }: Needs,
  { space }: Pick<Collection, "space">,
): Promise<boolean> {
  const documents = await countEmbedded(database, space.id);
  if (documents < sampleSize) return false;
  const drawnOf = await sampleDrawnOf(database.rows, owner, space.id);
  if (drawnOf !== null && Math.abs(drawnOf - documents) < sampleGrowth * drawnOf) return false;
  const vectors = await embeddings.sample(owner, space.id, sampleSize);
  await keepSample(database.rows, owner, space.id, { documents, vectors });
  return true;
}
