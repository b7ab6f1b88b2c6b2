import type { Migration } from "../../engines/database/migrate.ts";

/** Adds what was missing for a person to change everything that is known of photos, and to take it back. */
export const editing: Migration = {
  number: 11,
  name: "editing",
  async up(rows) {
    await rows.schema.alterTable("photo_edits").addColumn("description", "text").execute();
    await rows.schema
      .createTable("edits_made")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("photos", "integer", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .execute();
    await rows.schema.createIndex("edits_made_time").on("edits_made").column("created_at").execute();
  },
};
