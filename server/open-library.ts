import { access, constants, mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "./config.ts";
import { migrate } from "./engines/database/migrate.ts";
import type { Database } from "./engines/database/port.ts";
import { openSqlite } from "./engines/database/sqlite.ts";
import { checkSqlite, lastGoodCopy } from "./engines/database/sqlite-copies.ts";
import { openDisk } from "./engines/objects/disk.ts";
import type { ObjectStore } from "./engines/objects/port.ts";
import { openRoom, type Room } from "./engines/room.ts";
import { AppError, systemCode } from "./errors.ts";
import { createIdentityRows } from "./library/identity.ts";
import { migrations } from "./library/migrations/all.ts";
import type { Schema } from "./library/schema.ts";
import {
  judgeLibrary,
  type LibraryPlace,
  type LibraryWatch,
  lookForLibrary,
  settleLibrary,
} from "./maintenance/library-identity.ts";

/** The number of the newest migration that this program knows. */
export const newestMigration = migrations.at(-1)?.number ?? 0;

export type GlimpseProcess = "web" | "worker" | "cli";

export interface OpenedLibrary {
  database: Database<Schema>;
  objects: ObjectStore;
  room: Room;
  library: LibraryWatch;
}

/**
 * Opens rows and files of the library, or begins a new one. Throws LIBRARY_AWAY, and has made nothing, if a part of it
 * is missing or of another library. `onDamage` is called once, with a line for a person, if the database is found to be
 * damaged later on.
 */
export async function openLibrary(
  config: Config,
  process: GlimpseProcess,
  keep: Keep,
  onDamage: (line: string) => void,
): Promise<OpenedLibrary> {
  const place = placeOf(config);
  let isOpen = false;
  const explain = async (error: AppError) => {
    const explained = place.databaseFile ? await whatToDo(error, place.databaseFile) : error;
    // Damage that is found earlier keeps Glimpse from starting, and is reported by that.
    if (isOpen) onDamage(explained.message);
    return explained;
  };
  try {
    const opened = await openAt(place, config, keep, {
      process,
      open: () => openDatabase(config, process, explain),
    });
    isOpen = true;
    return opened;
  } catch (error) {
    throw error instanceof AppError && error.code === "DATABASE_DAMAGED" ? await explain(error) : error;
  }
}

/** Returns where the settings say that the library is. */
export function placeOf({ dataFolder, databaseUrl, stateFolder, newLibrary }: Config): LibraryPlace {
  const databaseFile = databaseUrl === null ? join(dataFolder, "glimpse.sqlite") : null;
  return { folder: dataFolder, databaseFile, stateFolder, newLibrary };
}

type Keep = <Engine extends { close(): Promise<void> }>(engine: Engine) => Engine;

/** Up to this size, in bytes, the web process reads the whole database at its start to see that it is whole. */
const quickToCheck = 64_000_000;

/** Names the last good copy of a damaged database, and how it is put in its place. */
async function whatToDo(error: AppError, file: string): Promise<AppError> {
  const copy = await lastGoodCopy(file);
  const remedy = copy
    ? `The last good copy is ${copy.path}, of ${new Date(copy.madeAt).toISOString().slice(0, 16).replace("T", " ")} UTC. To go back to it, run: npm run glimpse -- restore ${copy.path}`
    : "There is no good copy in backups/. To go back to a backup, run: npm run glimpse -- restore BACKUP";
  return new AppError("DATABASE_DAMAGED", `${file}: ${error.message} ${remedy}`, { cause: error });
}

async function openAt(
  place: LibraryPlace,
  config: Config,
  keep: Keep,
  { process, open }: { process: GlimpseProcess; open(): Promise<Database<Schema>> },
): Promise<OpenedLibrary> {
  const { dataFolder } = config;
  const { databaseFile } = place;
  await patiently(() => lookForLibrary(place));
  const room = keep(await openRoom(dataFolder, config.reserveBytes));
  const objects = openDisk(dataFolder, room);
  // A server's rows tell whether this is a new library, before its folder is made.
  if (databaseFile !== null) await claimFolder(dataFolder);
  const isNew = databaseFile !== null && (await stat(databaseFile).catch(() => null)) === null;
  const database = keep(await open());
  if (databaseFile !== null && process === "web" && !database.isReadOnly) {
    const small = (await stat(databaseFile)).size <= quickToCheck;
    const [problem] = small ? await checkSqlite(databaseFile, { quick: true }) : [];
    if (problem) throw new AppError("DATABASE_DAMAGED", `The database is damaged: ${problem}.`);
  }
  const parts = { identity: createIdentityRows(database), objects };
  const judge = async () => judgeLibrary(place, await lookForLibrary(place), parts);
  const known = await patiently(judge).catch(async (error: unknown) => {
    // Opening the database has made this file; a refusal leaves nothing behind.
    if (isNew && databaseFile && !(await parts.identity.isUsed()))
      await removeDatabase(database, databaseFile);
    throw error;
  });
  await claimFolder(dataFolder);
  if (!database.isReadOnly) await migrate(database, migrations);
  const library = await settleLibrary(place, known, parts);
  room.keepReserve();
  return { database, objects, room, library };
}

/**
 * Asks several times before it believes that something is missing, because another process may be making the library
 * just now, part by part.
 */
async function patiently<Answer>(look: () => Promise<Answer>): Promise<Answer> {
  for (let left = 3; ; left--) {
    try {
      return await look();
    } catch (error) {
      if (left === 0 || !(error instanceof AppError) || error.code !== "LIBRARY_AWAY") throw error;
      await pause(300);
    }
  }
}

async function removeDatabase(database: Database<Schema>, file: string): Promise<void> {
  await database.close();
  for (const end of ["", "-wal", "-shm"]) await rm(file + end, { force: true });
}

/**
 * Opens the database. SQLite is part of Node; the library of a database server is loaded only if needed,
 * because it takes memory.
 */
async function openDatabase(
  { databaseUrl, dataFolder, path }: Config,
  process: GlimpseProcess,
  explain: (error: AppError) => Promise<AppError>,
): Promise<Database<Schema>> {
  // After a power cut the worker does its work again, so its writes need not be durable. The writes of other
  // processes must be, because people were told that they are done.
  if (databaseUrl === null) {
    return openSqlite(join(dataFolder, "glimpse.sqlite"), { durable: process !== "worker", explain });
  }
  const { openPostgres } = await import("./engines/database/postgres.ts");
  return openPostgres(databaseUrl, path);
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
