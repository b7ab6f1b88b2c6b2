import { sql } from "kysely";
import type { Migration } from "../../engines/database/migrate.ts";
import { stemOf } from "../file-name.ts";

const pageSize = 500;

/** Adds files that belong to a photo: the film of a Live Photo, the raw file beside a JPEG, an XMP sidecar. */
export const companionFiles: Migration = {
  number: 13,
  name: "companions",
  async up(rows) {
    for (const name of ["role", "companion_of", "stem"])
      await rows.schema.alterTable("photos").addColumn(name, "text").execute();
    for (const name of ["content_id", "film_type", "sidecars"])
      await rows.schema.alterTable("photo_facts").addColumn(name, "text").execute();
    for (const name of ["film_offset", "film_bytes"])
      await rows.schema.alterTable("photo_facts").addColumn(name, "bigint").execute();
    await rows.schema.createIndex("photos_stem").on("photos").columns(["owner", "stem"]).execute();
    await rows.schema
      .createIndex("photos_companion_of")
      .on("photos")
      .columns(["companion_of", "role", "owner"])
      .execute();
    // Photos are counted by their status without looking at their rows.
    await rows.schema.dropIndex("photos_status").execute();
    await rows.schema
      .createIndex("photos_status")
      .on("photos")
      .columns(["owner", "status", "deleted_at", "role"])
      .execute();
    await rows.schema.createIndex("photo_facts_content_id").on("photo_facts").column("content_id").execute();
    for (let after = ""; ; ) {
      const { rows: page } = await sql<{ id: string; file_name: string }>`select id, file_name from photos
        where id > ${after} order by id limit ${pageSize}`.execute(rows);
      for (const { id, file_name } of page)
        await sql`update photos set stem = ${stemOf(file_name)} where id = ${id}`.execute(rows);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
    }
  },
};
