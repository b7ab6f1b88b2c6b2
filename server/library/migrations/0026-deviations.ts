import type { Migration } from "../../engines/database/migrate.ts";

/** Adds the standard deviation of each number of a space's vectors, by which they are divided. */
export const spaceDeviations: Migration = {
  number: 26,
  name: "deviations",
  async up(rows) {
    await rows.schema.alterTable("collections").addColumn("deviations", "blob").execute();
  },
};
