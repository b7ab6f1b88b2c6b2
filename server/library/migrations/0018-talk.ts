import type { Migration } from "../../engines/database/migrate.ts";

/** Adds what the history shows of a conversation, its pin, and which question has replaced another. */
export const talk: Migration = {
  number: 18,
  name: "talk",
  async up(rows) {
    await rows.schema.alterTable("conversations").addColumn("pinned_at", "bigint").execute();
    for (const column of ["replaced_by", "cover", "cover_place", "cover_taken"]) {
      await rows.schema.alterTable("turns").addColumn(column, "text").execute();
    }
  },
};
