import type { Migration } from "../../engines/database/migrate.ts";

/**
 * Adds uploads that go on after a break: their announced facts, and how far they are. It also lets a person give only
 * the year of a photo, or its month.
 */
export const unfinishedUploads: Migration = {
  number: 17,
  name: "unfinished-uploads",
  async up(rows) {
    await rows.schema.alterTable("photo_edits").addColumn("taken_precision", "text").execute();
    await rows.schema
      .createTable("unfinished_uploads")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("begun_by", "text", (column) => column.notNull())
      .addColumn("file_name", "text", (column) => column.notNull())
      .addColumn("modified_at", "bigint")
      .addColumn("sha256", "text")
      .addColumn("bytes", "bigint", (column) => column.notNull())
      .addColumn("received", "bigint", (column) => column.notNull())
      .addColumn("lease_by", "text")
      .addColumn("lease_until", "bigint", (column) => column.notNull())
      .addColumn("photo_id", "text")
      .addColumn("duplicate", "integer", (column) => column.notNull())
      .addColumn("repaired", "integer", (column) => column.notNull())
      .addColumn("touched_at", "bigint", (column) => column.notNull())
      .execute();
    await rows.schema
      .createIndex("unfinished_uploads_touched")
      .on("unfinished_uploads")
      .column("touched_at")
      .execute();
  },
};
