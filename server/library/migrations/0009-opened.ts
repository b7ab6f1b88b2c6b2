import type { Migration } from "../../engines/database/migrate.ts";

/**
 * Adds how a file was opened: by which version of its format, whether it is animated, and what is wrong with its
 * picture. All files of older versions count as opened by version 0.
 */
export const opened: Migration = {
  number: 9,
  name: "opened",
  async up(rows) {
    const facts = () => rows.schema.alterTable("photo_facts");
    await facts()
      .addColumn("version", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await facts()
      .addColumn("animated", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await facts().addColumn("picture_note", "text").execute();
  },
};
