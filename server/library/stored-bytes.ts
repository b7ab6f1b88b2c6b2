import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import type { Schema } from "./schema.ts";

/** How many bytes the originals of one year take. A file that belongs to a photo counts in its photo's year. */
export interface YearOfBytes {
  /** Null for photos of which nobody knows when they were taken. */
  year: number | null;
  photos: number;
  bytes: number;
}

export interface StoredBytes {
  files: number;
  bytes: number;
  /** The newest year first, and last what has none. */
  years: YearOfBytes[];
}

/** Counts the bytes of all originals by the rows, those in the bin too. One pass over the rows. */
export async function countStoredBytes({ rows }: Database<Schema>, owner: string): Promise<StoredBytes> {
  const year = sql<number>`coalesce(whole.taken_day, photos.taken_day) / 10000`;
  const found = await rows
    .selectFrom("photos")
    .leftJoin("photos as whole", "whole.id", "photos.companion_of")
    .select(({ fn }) => [
      year.as("year"),
      fn.countAll().as("files"),
      fn.sum(sql`case when photos.role is null then 1 else 0 end`).as("photos"),
      fn.sum("photos.bytes").as("bytes"),
    ])
    .where("photos.owner", "=", owner)
    .groupBy(year)
    .execute();
  const years = found
    .map((row) => ({
      ...{ year: Number(row.year) || null, files: Number(row.files) },
      ...{ photos: Number(row.photos), bytes: Number(row.bytes) },
    }))
    .sort((one, other) => (other.year ?? 0) - (one.year ?? 0));
  const sum = (of: "files" | "bytes") => years.reduce((all, each) => all + each[of], 0);
  return {
    files: sum("files"),
    bytes: sum("bytes"),
    years: years.map(({ files: _, ...each }) => each),
  };
}
