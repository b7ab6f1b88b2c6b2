import { sql } from "kysely";
import type { Migration } from "../../engines/database/migrate.ts";

/** As `shapeOf` has it at this migration: 91 ratios from 0.4 to 4, each one sign from "#" on. */
const ratios = Array.from({ length: 91 }, (_, step) => 0.4 * 10 ** (step / 90));

/** The sign of a ratio: that of the last step whose lower bound it reaches. */
const signs = ratios
  .map((_, step) => step)
  .slice(1)
  .toReversed()
  .map((step) => {
    const bound = Math.round(Math.sqrt((ratios[step - 1] ?? 0) * (ratios[step] ?? 0)) * 100_000);
    const sign = String.fromCharCode(35 + step);
    // Only numbers and signs of our own are in the text.
    return `when facts.width * 100000 >= facts.height * ${bound} then '${sign.replace("'", "''")}'`;
  })
  .join(" ");

/** Keeps day and shape of each photo with its row, so that a grid is laid out from an index alone. */
export const dayAndShape: Migration = {
  number: 14,
  name: "day-and-shape",
  async up(rows) {
    await rows.schema
      .alterTable("photos")
      .addColumn("taken_day", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await rows.schema
      .alterTable("photos")
      .addColumn("shape", "text", (column) => column.notNull().defaultTo("R"))
      .execute();
    await sql`update photos set shape = case ${sql.raw(signs)} else '#' end
      from photo_facts as facts
      where facts.photo_id = photos.id and facts.width > 0 and facts.height > 0`.execute(rows);
    const day = (local: string) => `cast(replace(substr(${local}, 1, 10), '-', '') as integer)`;
    const ofFacts = `case facts.taken_precision
      when 'year' then cast(substr(facts.taken_local, 1, 4) as integer) * 10000
      when 'month' then cast(replace(substr(facts.taken_local, 1, 7), '-', '') as integer) * 100
      else ${day("facts.taken_local")} end`;
    await sql`update photos set taken_day = ${sql.raw(ofFacts)} from photo_facts as facts
      where facts.photo_id = photos.id and facts.taken_local <> ''`.execute(rows);
    await sql`update photos set taken_day = case edits.taken_local when '' then 0
      else ${sql.raw(day("edits.taken_local"))} end from photo_edits as edits
      where edits.photo_id = photos.id and edits.taken_local is not null`.execute(rows);
    await rows.schema
      .createIndex("photos_by_day")
      .on("photos")
      .columns(["owner", "deleted_at", "role", "taken_day", "sort_at", "id", "shape"])
      .execute();
  },
};
