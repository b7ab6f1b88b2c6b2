import type { Migration } from "../../engines/database/migrate.ts";

/**
 * Adds what engines other than the embedded ones need: when a job was published to a broker, which of several
 * web processes runs a turn, and collections of vectors.
 */
export const engines: Migration = {
  number: 2,
  name: "engines",
  async up(rows) {
    await rows.schema.alterTable("jobs").addColumn("published_at", "bigint").execute();
    await rows.schema.alterTable("turns").addColumn("lease_by", "text").execute();
    await rows.schema.alterTable("turns").addColumn("lease_until", "bigint").execute();
    await rows.schema
      .alterTable("spaces")
      .addColumn("trained", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await rows.schema
      .createTable("collections")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("space", "text", (column) => column.notNull().references("spaces.id"))
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("mean", "blob")
      .addColumn("filled_to", "text", (column) => column.notNull())
      .addColumn("filled", "integer", (column) => column.notNull())
      .addColumn("lease_by", "text")
      .addColumn("lease_until", "bigint")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("served_at", "bigint")
      .execute();
    // At most one collection serves, and at most one is being filled.
    await rows.schema
      .createIndex("collections_one")
      .unique()
      .on("collections")
      .column("state")
      .where("state", "!=", "retired")
      .execute();
  },
};
