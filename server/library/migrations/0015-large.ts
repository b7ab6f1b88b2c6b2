import { type Kysely, sql } from "kysely";
import type { Migration } from "../../engines/database/migrate.ts";

/** Adds what a library of a hundred thousand photos needs, so that nothing that people wait for reads all rows. */
export const large: Migration = {
  number: 15,
  name: "large",
  async up(rows: Kysely<unknown>) {
    await rows.schema
      .createTable("samples")
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("space", "text", (column) => column.notNull().references("spaces.id").onDelete("cascade"))
      .addColumn("documents", "integer", (column) => column.notNull())
      .addColumn("vectors", "blob", (column) => column.notNull())
      .addPrimaryKeyConstraint("samples_key", ["owner", "space"])
      .execute();
    await rows.schema
      .createIndex("photos_damaged")
      .on("photos")
      .column("damage")
      .where(sql.ref("damage"), "is not", null)
      .execute();
  },
};
