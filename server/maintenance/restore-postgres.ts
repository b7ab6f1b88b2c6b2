import { openPostgres } from "../engines/database/postgres.ts";
import { restorePostgres } from "../engines/database/postgres-dump.ts";
import { AppError } from "../errors.ts";
import { createIdentityRows } from "../library/identity.ts";
import type { Schema } from "../library/schema.ts";

/**
 * Puts a dump into a database that is empty, or that an earlier try has filled. Throws BAD_REQUEST, and changes
 * nothing, if it holds another library.
 */
export async function loadDump(
  { url, path }: { url: string; path: string },
  dump: string,
  library: string,
): Promise<void> {
  const database = await openPostgres<Schema>(url, path);
  try {
    const identity = createIdentityRows(database);
    const row = await identity.load();
    if ((await identity.isUsed()) && row?.id !== library) {
      throw new AppError(
        "BAD_REQUEST",
        "DATABASE_URL: this database holds another library. Name an empty one.",
      );
    }
  } finally {
    await database.close();
  }
  await restorePostgres(url, path, dump);
}
