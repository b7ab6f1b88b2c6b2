import type { Migration } from "../../engines/database/migrate.ts";

/** Adds which models a person has chosen on the page of settings. */
export const chosenModelRows: Migration = {
  number: 21,
  name: "chosen-models",
  async up(rows) {
    await rows.schema
      .createTable("chosen_models")
      .addColumn("purpose", "text", (column) => column.primaryKey().notNull())
      .addColumn("model", "text", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
