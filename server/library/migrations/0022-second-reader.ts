import type { Migration } from "../../engines/database/migrate.ts";

/** Adds the second reading of a question, that its first answer stands meanwhile, and whether there is one at all. */
export const secondReaders: Migration = {
  number: 22,
  name: "second-reader",
  async up(rows) {
    await rows.schema
      .alterTable("turns")
      .addColumn("stands", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await rows.schema.alterTable("turns").addColumn("second", "text").execute();
    await rows.schema
      .createTable("second_readers")
      .addColumn("owner", "text", (column) => column.primaryKey().notNull())
      .addColumn("is_on", "integer", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
