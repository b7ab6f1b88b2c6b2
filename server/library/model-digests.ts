import type { Database } from "../engines/database/port.ts";
import type { Digests } from "../engines/models/digests.ts";
import { canonicalName } from "../engines/models/templates.ts";
import { libraryTime } from "./clock.ts";
import type { Schema } from "./schema.ts";

/** Keeps the digests of the models that made the library's vectors in the rows. */
export function createModelDigests({ rows }: Database<Schema>): Digests {
  return {
    async read(model) {
      const row = await rows
        .selectFrom("model_digests")
        .select("digest")
        .where("model", "=", canonicalName(model))
        .executeTakeFirst();
      return row?.digest ?? null;
    },
    async write(model, digest) {
      const set = { digest, changed_at: libraryTime() };
      await rows
        .insertInto("model_digests")
        .values({ model: canonicalName(model), ...set })
        .onConflict((conflict) => conflict.column("model").doUpdateSet(set))
        .execute();
    },
  };
}
