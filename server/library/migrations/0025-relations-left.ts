import type { Migration } from "../../engines/database/migrate.ts";

/** Adds the relations after which an owner does not want to be asked again. */
export const relationsLeft: Migration = {
  number: 25,
  name: "relations-left",
  async up(rows) {
    await rows.schema
      .createTable("relations_left")
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("relation", "text", (column) => column.notNull())
      .addColumn("left_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("relations_left_key", ["owner", "relation"])
      .execute();
  },
};
