import type { Migration } from "../../engines/database/migrate.ts";

/** Adds how long a video is. Its type says that it is one. */
export const video: Migration = {
  number: 12,
  name: "video",
  async up(rows) {
    await rows.schema.alterTable("photo_facts").addColumn("duration_ms", "bigint").execute();
  },
};
