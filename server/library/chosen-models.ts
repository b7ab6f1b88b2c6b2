import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import type { Schema } from "./schema.ts";

/** The uses of a model. */
export const modelUses = ["describe", "embed", "converse"] as const;
export type ModelUse = (typeof modelUses)[number];

/** Keeps the models that a person has chosen; for other uses the settings of the environment hold. */
export interface ChosenModels {
  read(): Promise<Partial<Record<ModelUse, string>>>;
  /** Null takes the choice back. */
  write(use: ModelUse, model: string | null): Promise<void>;
}

export function createChosenModels({ rows }: Database<Schema>): ChosenModels {
  return {
    async read() {
      const found = await rows.selectFrom("chosen_models").select(["purpose", "model"]).execute();
      return Object.fromEntries(found.map(({ purpose, model }) => [purpose, model]));
    },
    async write(use, model) {
      if (model === null) {
        await rows.deleteFrom("chosen_models").where("purpose", "=", use).execute();
        return;
      }
      const set = { model, changed_at: libraryTime() };
      await rows
        .insertInto("chosen_models")
        .values({ purpose: use, ...set })
        .onConflict((conflict) => conflict.column("purpose").doUpdateSet(set))
        .execute();
    },
  };
}
