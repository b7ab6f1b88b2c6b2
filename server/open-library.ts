import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { migrate } from "./engines/database/migrate.ts";
import type { Database } from "./engines/database/port.ts";
import { openSqlite } from "./engines/database/sqlite.ts";
import { openDisk } from "./engines/objects/disk.ts";
import type { ObjectStore } from "./engines/objects/port.ts";
import { AppError, systemCode } from "./errors.ts";
import { createIdentityRows } from "./library/identity.ts";
import { migrations } from "./library/migrations/all.ts";
import type { Schema } from "./library/schema.ts";
import {
  judgeLibrary,
  type LibraryWatch,
  lookForLibrary,
  settleLibrary,
} from "./maintenance/library-identity.ts";

export type GlimpseProcess = "web" | "worker" | "cli";

export interface OpenedLibrary {
  database: Database<Schema>;
  objects: ObjectStore;
  library: LibraryWatch;
}

/**
 * Opens rows and files of the library, or begins a new one. Throws LIBRARY_AWAY, and has made nothing, if a
 * part of it is missing or of another library.
 */
export async function openLibrary(
  config: Config,
  process: GlimpseProcess,
  keep: <Engine extends { close(): Promise<void> }>(engine: Engine) => Engine,
): Promise<OpenedLibrary> {
  const { dataFolder, databaseUrl, stateFolder, newLibrary } = config;
  const databaseFile = databaseUrl === null ? join(dataFolder, "glimpse.sqlite") : null;
  const place = { folder: dataFolder, databaseFile, stateFolder, newLibrary };
  const state = await lookForLibrary(place);
  const objects = openDisk(dataFolder);
  // A server's rows tell whether this is a new library, before its folder is made.
  if (databaseFile !== null) await claimFolder(dataFolder);
  const database = keep(await openDatabase(config, process));
  const parts = { identity: createIdentityRows(database), objects };
  const known = await judgeLibrary(place, state, parts);
  await claimFolder(dataFolder);
  await migrate(database, migrations);
  return { database, objects, library: await settleLibrary(place, known, parts) };
}

/**
 * Opens the database. SQLite is part of Node; the library of a database server is loaded only if needed,
 * because it takes memory.
 */
async function openDatabase(
  { databaseUrl, dataFolder }: Config,
  process: GlimpseProcess,
): Promise<Database<Schema>> {
  // After a power cut the worker does its work again, so its writes need not be durable. The writes of other
  // processes must be, because people were told that they are done.
  if (databaseUrl === null) {
    return openSqlite(join(dataFolder, "glimpse.sqlite"), { durable: process !== "worker" });
  }
  const { openPostgres } = await import("./engines/database/postgres.ts");
  return openPostgres(databaseUrl);
}

/**
 * Makes the data folder. Throws AppError CONFIGURATION that names the setting if the folder cannot be written
 * to.
 */
async function claimFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new AppError(
      "CONFIGURATION",
      `GLIMPSE_DATA: cannot write to ${folder} (${systemCode(error) ?? error})`,
      { cause: error },
    );
  }
}
