import type { Migration } from "../../engines/database/migrate.ts";

/** Adds what says whether a library is whole: its id, damage of originals, and the checks of all files. */
export const whole: Migration = {
  number: 8,
  name: "whole",
  async up(rows) {
    await rows.schema
      .createTable("library")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("settled", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .execute();
    await rows.schema.alterTable("photos").addColumn("damage", "text").execute();
    await rows.schema
      .createTable("verifications")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("deep", "integer", (column) => column.notNull())
      .addColumn("seen_to", "text", (column) => column.notNull())
      .addColumn("seen", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("found", "text", (column) => column.notNull())
      .addColumn("started_at", "bigint", (column) => column.notNull())
      .addColumn("seen_at", "bigint", (column) => column.notNull())
      .addColumn("ended_at", "bigint")
      .execute();
  },
};
