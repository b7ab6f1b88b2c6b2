import type { Migration } from "../../engines/database/migrate.ts";

/** Keeps what a model answered beside the caption that was read out of it. */
export const rawAnswers: Migration = {
  number: 4,
  name: "raw-answers",
  async up(rows) {
    await rows.schema.alterTable("captions").addColumn("raw", "text").execute();
  },
};
