import type { Migration } from "../../engines/database/migrate.ts";

/** Adds who the people and pets of a library are to its owner: relations, nicknames and birthdays. */
export const relatives: Migration = {
  number: 23,
  name: "relatives",
  async up(rows) {
    await rows.schema
      .createTable("relatives")
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("relation", "text")
      .addColumn("nicknames", "text", (column) => column.notNull())
      .addColumn("birthday", "text")
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("relatives_key", ["owner", "name"])
      .execute();
  },
};
