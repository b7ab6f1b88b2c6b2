import type { Migration } from "../../engines/database/migrate.ts";

/** Adds what an answer can say about the words of its question; null for answers of earlier versions. */
export const wordsFound: Migration = {
  number: 5,
  name: "words-found",
  async up(rows) {
    await rows.schema.alterTable("result_sets").addColumn("found", "text").execute();
  },
};
