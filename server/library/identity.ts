import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { newId } from "./ids.ts";
import type { Rows, Schema } from "./schema.ts";
import type { LibraryTable } from "./upkeep-schema.ts";

/** The library's identity in the rows. The same id lies in the data folder and beside the originals. */
export interface IdentityRows {
  /** Returns the library's row; null if it has none (yet), also in a database of an older version. */
  load(): Promise<LibraryTable | null>;
  /** Returns the library's id, from a database of this version; null if it has none. */
  id(): Promise<string | null>;
  /** Says whether the database holds rows of a library, of any version. */
  isUsed(): Promise<boolean>;
  /** Makes the row, or returns the one that another process has made. */
  make(library?: string): Promise<LibraryTable>;
  /** Notes that the id was written everywhere. */
  settle(library: string): Promise<void>;
  /** Returns about `most` photos of all, evenly spread, and how many there are. */
  sample(most: number): Promise<{ total: number; hashes: string[] }>;
  /** Returns the hashes among these that belong to a photo. */
  known(hashes: string[]): Promise<Set<string>>;
}

export function createIdentityRows(database: Database<Schema>): IdentityRows {
  const { rows } = database;
  const hasTable = async (name: string) =>
    (await rows.introspection.getTables()).some((table) => table.name === name);
  const read = (on: Rows) => on.selectFrom("library").selectAll().executeTakeFirst();

  return {
    load: async () => ((await hasTable("library")) ? ((await read(rows)) ?? null) : null),

    id: async () => (await read(rows))?.id ?? null,

    isUsed: () => hasTable("photos"),

    make: (library = newId()) =>
      database.alone(async (transaction) => {
        const there = await read(transaction);
        if (there) return there;
        const row = { id: library, settled: 0, created_at: libraryTime() };
        await transaction.insertInto("library").values(row).execute();
        return row;
      }),

    async settle(library) {
      await rows.updateTable("library").set({ settled: 1 }).where("id", "=", library).execute();
    },

    async sample(most) {
      if (!(await hasTable("photos"))) return { total: 0, hashes: [] };
      const counted = await rows
        .selectFrom("photos")
        .select(({ fn }) => fn.countAll().as("total"))
        .executeTakeFirst();
      const total = Number(counted?.total ?? 0);
      const page = Math.min(50, most);
      const pages = Math.max(1, Math.ceil(Math.min(total, most) / page));
      const hashes: string[] = [];
      for (let at = 0; at < pages; at++) {
        const found = await rows
          .selectFrom("photos")
          .select("sha256")
          .orderBy("id")
          .limit(page)
          .offset(Math.floor((at * total) / pages))
          .execute();
        hashes.push(...found.map(({ sha256 }) => sha256));
      }
      return { total, hashes: [...new Set(hashes)] };
    },

    async known(hashes) {
      if (hashes.length === 0 || !(await hasTable("photos"))) return new Set();
      const found = await rows.selectFrom("photos").select("sha256").where("sha256", "in", hashes).execute();
      return new Set(found.map(({ sha256 }) => sha256));
    },
  };
}
