import type { Migration } from "../../engines/database/migrate.ts";

/** Adds albums: photos that a person has put together, or a plan that new photos join. */
export const albumTables: Migration = {
  number: 19,
  name: "albums",
  async up(rows) {
    await rows.schema
      .createTable("albums")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("name_key", "text", (column) => column.notNull())
      .addColumn("plan", "text")
      .addColumn("by_hand", "integer", (column) => column.notNull())
      .addColumn("cover", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("updated_at", "bigint", (column) => column.notNull())
      .addUniqueConstraint("albums_owner_name", ["owner", "name_key"])
      .execute();
    await rows.schema
      .createTable("album_photos")
      .addColumn("album_id", "text", (column) => column.notNull().references("albums.id").onDelete("cascade"))
      .addColumn("photo_id", "text", (column) => column.notNull().references("photos.id").onDelete("cascade"))
      .addColumn("position", "double precision", (column) => column.notNull())
      .addColumn("left_out", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("album_photos_key", ["album_id", "photo_id"])
      .execute();
    await rows.schema.createIndex("album_photos_photo").on("album_photos").column("photo_id").execute();
  },
};
