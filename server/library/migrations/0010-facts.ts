import { sql } from "kysely";
import type { Migration } from "../../engines/database/migrate.ts";

/** Adds where a date comes from and how exact it is, other places, faces, and what is wrong with the pixels. */
export const betterFacts: Migration = {
  number: 10,
  name: "facts",
  async up(rows) {
    const add = (name: string) => rows.schema.alterTable("photo_facts").addColumn(name, "text");
    await add("taken_precision").execute();
    await add("taken_from").execute();
    await add("flaw").execute();
    for (const name of ["other_places", "faces"]) {
      await rows.schema
        .alterTable("photo_facts")
        .addColumn(name, "text", (column) => column.notNull().defaultTo("[]"))
        .execute();
    }
    await rows.schema
      .alterTable("photo_facts")
      .addColumn("facts_version", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    // A photo whose picture could not be opened may have facts, or can be shown in part.
    await sql`update jobs set state = 'queued', attempts = 0, takeovers = 0, reason = null
      where stage = 'prepare' and state = 'failed' and photo_id in
        (select id from photos where status = 'failed' and failure_stage = 'prepare')`.execute(rows);
    await sql`update photos set status = 'received', failure_stage = null, failure_reason = null
      where status = 'failed' and failure_stage = 'prepare'`.execute(rows);
  },
};
