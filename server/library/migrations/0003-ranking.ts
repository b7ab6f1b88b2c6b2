import type { Migration } from "../../engines/database/migrate.ts";

/** Adds what is measured of a collection for ranking. */
export const ranking: Migration = {
  number: 3,
  name: "ranking",
  async up(rows) {
    await rows.schema
      .createTable("hubs")
      .addColumn("collection", "text", (column) =>
        column.notNull().references("collections.id").onDelete("cascade"),
      )
      .addColumn("photo_id", "text", (column) => column.notNull().references("photos.id").onDelete("cascade"))
      .addColumn("hub", "double precision", (column) => column.notNull())
      .addPrimaryKeyConstraint("hubs_key", ["collection", "photo_id"])
      .execute();
    const added = rows.schema.alterTable("collections");
    await added.addColumn("hub_mean", "double precision").execute();
    await added.addColumn("hubs_of", "integer", (column) => column.notNull().defaultTo(0)).execute();
    await added.addColumn("words_weight", "double precision").execute();
    await added.addColumn("calibration", "text").execute();
    await added.addColumn("calibrated_of", "integer", (column) => column.notNull().defaultTo(0)).execute();
  },
};
