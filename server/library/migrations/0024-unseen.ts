import { sql } from "kysely";
import type { Migration } from "../../engines/database/migrate.ts";

/** Adds an index of the few photos that are not shown, or not in full: they are counted at each look at the library. */
export const unseenPhotos: Migration = {
  number: 24,
  name: "unseen",
  async up(rows) {
    await sql`create index photo_facts_unseen on photo_facts (owner, photo_id)
      where thumbhash is null or flaw is not null`.execute(rows);
  },
};
