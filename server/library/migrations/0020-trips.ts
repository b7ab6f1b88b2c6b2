import type { Migration } from "../../engines/database/migrate.ts";

/**
 * Adds trips, which the worker finds in the photos' days and places, and the state in which it last looked for them.
 */
export const tripTables: Migration = {
  number: 20,
  name: "trips",
  async up(rows) {
    await rows.schema
      .createTable("trips")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("first_day", "integer", (column) => column.notNull())
      .addColumn("last_day", "integer", (column) => column.notNull())
      .addColumn("place", "text")
      .addColumn("places", "text", (column) => column.notNull())
      .execute();
    await rows.schema.createIndex("trips_owner").on("trips").columns(["owner", "first_day"]).execute();
    await rows.schema
      .createTable("trips_read")
      .addColumn("owner", "text", (column) => column.primaryKey().notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .execute();
  },
};
