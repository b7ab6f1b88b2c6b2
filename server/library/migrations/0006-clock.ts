import type { Migration } from "../../engines/database/migrate.ts";

/** Adds the clock of the library, which a jump of the wall clock does not move. */
export const keptClock: Migration = {
  number: 6,
  name: "clock",
  async up(rows) {
    await rows.schema
      .createTable("clock")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("doubted_since", "bigint")
      .execute();
  },
};
