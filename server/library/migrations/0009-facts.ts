import type { Migration } from "../../engines/database/migrate.ts";

/** Adds where a date comes from and how exact it is, other places, faces, and what is wrong with the pixels. */
export const betterFacts: Migration = {
  number: 9,
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
  },
};
