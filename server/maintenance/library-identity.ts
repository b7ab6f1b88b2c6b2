import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  identityName,
  identityReader,
  readIdentity,
  writeIdentity,
} from "../engines/objects/identity-file.ts";
import type { ObjectStore } from "../engines/objects/port.ts";
import { AppError, systemCode } from "../errors.ts";
import type { IdentityRows } from "../library/identity.ts";
import { readNote, writeNote } from "./library-note.ts";
import { isOlderLibrary } from "./older-library.ts";
import { unfinishedName } from "./restore.ts";

/** The place of a library that exists or is to begin. */
export interface LibraryPlace {
  folder: string;
  /** The file of the embedded database; null if a server has it. */
  databaseFile: string | null;
  /** Where notes about libraries are kept, outside the data folder. */
  stateFolder: string | null;
  /** Somebody said that a new library is meant, or that a library is to be taken as it is. */
  newLibrary: boolean;
}

/** The state of the data folder: empty, a library with its id, or something without an id. */
type FolderState = { is: "empty" } | { is: "library"; id: string } | { is: "unmarked" };

/** A library whose parts agreed when it was opened. */
export interface LibraryWatch {
  id: string;
  /** Throws LIBRARY_AWAY, which names what is missing, while the parts do not agree. It makes nothing. */
  check(): Promise<void>;
}

const meant = "GLIMPSE_NEW_LIBRARY=yes";

const refusal = (words: string) => new AppError("LIBRARY_AWAY", `GLIMPSE_DATA: ${words}`);

/**
 * Looks at the data folder before anything is opened in it, and makes nothing. Throws LIBRARY_AWAY where a
 * library is known to be, or may be, that is not there.
 */
export async function lookForLibrary(place: LibraryPlace): Promise<FolderState> {
  const { folder, databaseFile, newLibrary } = place;
  const state = await stateOfFolder(folder);
  if (await isThere(join(folder, unfinishedName))) {
    throw refusal(
      `a restore into ${folder} was not finished. Run it again: npm run glimpse -- restore BACKUP`,
    );
  }
  const hasFile = databaseFile === null || (await isThere(databaseFile));
  if (state.is === "library" && !hasFile) {
    throw refusal(
      `the database of library ${state.id} is missing: there is no ${databaseFile}. Put it back, or run: npm run glimpse -- restore (a backup, or a copy in ${join(folder, "backups")})`,
    );
  }
  if (state.is === "library" || newLibrary) return state;
  const note = await readNote(place.stateFolder, folder);
  if (note && (state.is === "empty" || !hasFile)) {
    throw refusal(
      `library ${note.library} is missing: ${folder} is empty or of something else, and held it on ${note.seenAt.slice(0, 10)}. Mount its disk, or put its files back; ${meant} begins a new library here`,
    );
  }
  if (state.is === "unmarked" && databaseFile !== null && !hasFile) {
    throw refusal(
      `${folder} is not empty and holds no library: there is no ${identityName} and no ${basename(databaseFile)} in it. Choose an empty folder, or mount the disk of the library; ${meant} begins a new one here`,
    );
  }
  return state;
}

interface Parts {
  identity: IdentityRows;
  objects: ObjectStore;
}

/** Says whether the folder is empty or missing, and no library is known to have been in it. */
export async function isUntouched({ folder, stateFolder }: LibraryPlace): Promise<boolean> {
  return (await stateOfFolder(folder)).is === "empty" && (await readNote(stateFolder, folder)) === null;
}

/**
 * Compares the ids in folder, rows and originals, before the database is migrated. Returns the id that all
 * have, or null if none has one and one may be made. Throws LIBRARY_AWAY where they do not agree.
 */
export async function judgeLibrary(
  place: LibraryPlace,
  state: FolderState,
  { identity, objects }: Parts,
): Promise<string | null> {
  const { folder, databaseFile } = place;
  const row = await identity.load();
  const beside = await objects.identity();
  const database = databaseFile ?? "the database of DATABASE_URL";
  // A process that was killed while it made the library had written the row first and the rest perhaps.
  if (row && row.settled === 0) {
    const strange = [state.is === "library" ? state.id : null, beside].find((id) => id && id !== row.id);
    if (!strange) return row.id;
  }
  if (state.is === "library") {
    if (row && row.id !== state.id) {
      throw refusal(
        `${folder} holds library ${state.id}, but ${database} is of library ${row.id}. Set GLIMPSE_DATA and DATABASE_URL to the same library`,
      );
    }
    if (beside !== state.id) {
      throw refusal(
        `the originals of library ${state.id} are missing: ${join(folder, "originals")} ${beside ? `is of library ${beside}` : `is missing, empty, or has no ${identityName}`}. Mount their disk, or put them back`,
      );
    }
    if (row) return row.id;
    if (!(await identity.isUsed())) {
      throw refusal(
        `the rows of library ${state.id} are missing: ${database} is empty. Name its database, or run: npm run glimpse -- restore`,
      );
    }
  } else if (row) {
    throw refusal(
      `library ${row.id} is missing: ${database} belongs to it, and ${folder} has no ${identityName}. Mount its disk, or put the file back (it holds that id)`,
    );
  } else if (beside) {
    throw refusal(
      `library ${beside} is missing: its originals are in ${folder}, but neither ${identityName} nor its database. Put them back, or run: npm run glimpse -- restore`,
    );
  }
  if (!place.newLibrary) await isOlderLibrary(identity, objects, folder, refusal);
  return state.is === "library" ? state.id : null;
}

/** Gives a new or an older library its id everywhere, if it has none; and returns its watch. */
export async function settleLibrary(
  { folder, databaseFile, stateFolder }: LibraryPlace,
  known: string | null,
  { identity, objects }: Parts,
): Promise<LibraryWatch> {
  const row = await identity.make(known ?? undefined);
  const file = join(folder, identityName);
  await objects.identify(row.id);
  if ((await readIdentity(file)) !== row.id) await writeIdentity(file, row.id);
  if (row.settled === 0) await identity.settle(row.id);
  await writeNote(stateFolder, folder, row.id);
  const opened = databaseFile && (await stat(databaseFile)).ino;
  const idHere = identityReader(file);

  async function look(): Promise<void> {
    const away = (words: string) => new AppError("LIBRARY_AWAY", `${words} Mount its disk, or put it back.`);
    const here = await idHere();
    if (here !== row.id)
      throw away(
        `Library ${row.id} is away: ${folder} ${here ? `is of library ${here}` : "is missing or empty"}.`,
      );
    const beside = await objects.identity();
    if (beside !== row.id)
      throw away(
        `The originals of library ${row.id} are away: ${join(folder, "originals")} ${beside ? `is of library ${beside}` : "is missing or empty"}.`,
      );
    if (databaseFile) {
      const now = await stat(databaseFile).catch(() => null);
      if (!now) throw away(`The database of library ${row.id} is away: there is no ${databaseFile}.`);
      if (now.ino !== opened)
        throw new AppError(
          "LIBRARY_AWAY",
          `${databaseFile} was replaced by another file. Start Glimpse again.`,
        );
    }
    if ((await identity.id()) !== row.id) throw away(`The rows of library ${row.id} are away.`);
  }

  let looking: Promise<void> | null = null;
  return {
    id: row.id,
    check() {
      // A thousand uploads that begin at once look once.
      looking ??= look()
        .catch((error: unknown) => {
          if (error instanceof AppError) throw error;
          // A disk that fails or a share that is gone says EIO, ESTALE and the like.
          const words = `Library ${row.id} is away: ${folder} cannot be read (${systemCode(error) ?? error}).`;
          throw new AppError("LIBRARY_AWAY", words, { cause: error });
        })
        .finally(() => {
          looking = null;
        });
      return looking;
    },
  };
}

async function stateOfFolder(folder: string): Promise<FolderState> {
  try {
    const entries = (await readdir(folder)).filter((name) => name !== "lost+found");
    if (entries.length === 0) return { is: "empty" };
    const id = await readIdentity(join(folder, identityName));
    return id ? { is: "library", id } : { is: "unmarked" };
  } catch (error) {
    if (systemCode(error) === "ENOENT") return { is: "empty" };
    throw new AppError(
      "CONFIGURATION",
      `GLIMPSE_DATA: cannot read ${folder} (${systemCode(error) ?? error})`,
      {
        cause: error,
      },
    );
  }
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
