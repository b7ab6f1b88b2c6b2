import { sql } from "kysely";
import type { Migration } from "../../engines/database/migrate.ts";

/** Adds the order in which photos are described, when that may be done, and what the model servers do. */
export const describingRules: Migration = {
  number: 16,
  name: "describing",
  async up(rows) {
    await rows.schema
      .alterTable("jobs")
      .addColumn("newness", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update jobs set newness =
      coalesce((select sort_at from photos where photos.id = jobs.photo_id), 0)`.execute(rows);
    await rows.schema
      .createIndex("jobs_newest")
      .on("jobs")
      .columns(["stage", "state", "takeovers", "priority", "newness"])
      .execute();
    await rows.schema
      .createTable("describing")
      .addColumn("owner", "text", (column) => column.primaryKey().notNull())
      .addColumn("paused", "integer", (column) => column.notNull())
      .addColumn("hours_from", "text")
      .addColumn("hours_to", "text")
      .addColumn("time_zone", "text")
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .execute();
    await rows.schema
      .createTable("describers")
      .addColumn("worker", "text", (column) => column.notNull())
      .addColumn("address", "text", (column) => column.notNull())
      .addColumn("at_once", "integer", (column) => column.notNull())
      .addColumn("per_minute", "double precision")
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("describers_key", ["worker", "address"])
      .execute();
    await rows.schema
      .createTable("model_digests")
      .addColumn("model", "text", (column) => column.primaryKey().notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
