import { copyFile, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openSqlite } from "../engines/database/sqlite.ts";
import { checkSqlite } from "../engines/database/sqlite-copies.ts";
import { identityName, readIdentity } from "../engines/objects/identity-file.ts";
import { AppError } from "../errors.ts";
import { createIdentityRows } from "../library/identity.ts";
import type { Schema } from "../library/schema.ts";

const magic = "SQLite format 3\0";

/** Says whether a file is a SQLite database, as copies of the database are. */
export async function isDatabaseCopy(path: string): Promise<boolean> {
  const handle = await open(path, "r").catch(() => null);
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return bytesRead === magic.length && buffer.toString("latin1") === magic;
  } catch {
    // A folder.
    return false;
  } finally {
    await handle.close();
  }
}

/**
 * Puts a copy of the database in the place of the database, and returns where the old one lies now. Throws
 * BAD_REQUEST if the copy is damaged or of another library.
 */
export async function restoreDatabaseCopy(copy: string, databaseFile: string): Promise<string> {
  const folder = dirname(databaseFile);
  const part = `${databaseFile}.restored`;
  if ((await stat(folder).catch(() => null)) === null) {
    throw new AppError(
      "BAD_REQUEST",
      `GLIMPSE_DATA: there is no folder ${folder} whose database this could be.`,
    );
  }
  await removeWithLog(part);
  try {
    await copyFile(copy, part);
    const [problem] = await checkSqlite(part);
    if (problem) throw new AppError("BAD_REQUEST", `${copy} is damaged itself: ${problem}.`);
    const library = await readIdentity(join(folder, identityName));
    const database = await openSqlite<Schema>(part);
    const row = await createIdentityRows(database)
      .load()
      .finally(() => database.close());
    if (library && row && row.id !== library) {
      throw new AppError("BAD_REQUEST", `${copy} is of library ${row.id}, and ${folder} holds ${library}.`);
    }
    const aside = join(folder, "backups", `replaced-${new Date().toISOString().replace(/[:.]/g, "-")}`);
    await mkdir(aside, { recursive: true });
    for (const end of ["", "-wal", "-shm"]) {
      await rename(databaseFile + end, join(aside, `glimpse.sqlite${end}`)).catch(() => {});
    }
    const handle = await open(part, "r+");
    await handle.sync().finally(() => handle.close());
    await rename(part, databaseFile);
    // The index may hold photos that these rows do not have. Without its file it fills itself anew.
    await removeWithLog(join(folder, "index.sqlite"));
    return aside;
  } catch (error) {
    await removeWithLog(part);
    throw error;
  }
}

async function removeWithLog(path: string): Promise<void> {
  for (const end of ["", "-wal", "-shm"]) await rm(path + end, { force: true });
}
