import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { checkSqlite } from "../engines/database/sqlite-copies.ts";
import { identityName, readIdentity, writeIdentity } from "../engines/objects/identity-file.ts";
import { AppError } from "../errors.ts";
import {
  databaseNames,
  hashOfFile,
  hashOfText,
  type ListedOriginal,
  listName,
  type Manifest,
  manifestName,
  nameOfOriginal,
  parseList,
  parseManifest,
} from "./backup-format.ts";
import type { CheckProgress } from "./check-files.ts";
import { writeNote } from "./library-note.ts";
import { writeWhole } from "./place-file.ts";
import { readTar } from "./tar.ts";

export interface RestorePlace {
  dataFolder: string;
  stateFolder: string | null;
  engine: Manifest["database"]["engine"];
  migrationsKnown: number;
  /** Puts a dump of this library into the database server. */
  load(dump: string, library: string): Promise<void>;
}

export interface Restored {
  manifest: Manifest;
  /** Originals that the backup lists but lacks, or has damaged. */
  lacking: string[];
}

/** In the data folder from the beginning of a restore to its end; Glimpse does not start meanwhile. */
export const unfinishedName = "restore.unfinished";

/** The files of a backup, in the order in which they come. */
type Source = AsyncIterable<{ name: string; body: AsyncIterable<Uint8Array> }>;

/**
 * Restores a backup (a folder or a tar archive) into an empty data folder. A restore that was stopped goes on
 * where it was. With `originalsOnly` it brings back damaged and missing originals of the library that is there,
 * and nothing else. Every original is compared with its hash. Throws BAD_REQUEST where it cannot.
 */
export async function* restore(
  source: string,
  place: RestorePlace,
  { originalsOnly, signal }: { originalsOnly: boolean; signal: AbortSignal },
): AsyncGenerator<CheckProgress, Restored> {
  const isArchive = (await statOf(source)).isFile();
  const { manifest, originals } = await readHead(source, isArchive, place.migrationsKnown);
  if (manifest.database.engine !== place.engine && !originalsOnly) {
    const words = place.engine === "sqlite" ? "Set DATABASE_URL to an empty database" : "Unset DATABASE_URL";
    throw new AppError("BAD_REQUEST", `The backup's rows are of ${manifest.database.engine}. ${words}.`);
  }
  const at = (name: string) => join(place.dataFolder, name);
  await claim(place.dataFolder, manifest.library, originalsOnly);
  const wanted = new Map(originals.map((each) => [nameOfOriginal(each.sha256), each]));
  const dumpName = databaseNames[manifest.database.engine];
  const dump = at(`${dumpName}.restored`);
  const files = isArchive ? readTar(createReadStream(source)) : filesOf(source, originals, dumpName);
  const lacking = new Set(originals.map(({ sha256 }) => sha256));
  let done = 0;
  for await (const { name, body } of files) {
    signal.throwIfAborted();
    const original = wanted.get(name);
    if (original) {
      done++;
      if (await putBack(at(name), original, body, originalsOnly)) lacking.delete(original.sha256);
      yield { done, total: originals.length };
    } else if (name === dumpName && !originalsOnly) {
      const found = await writeWhole(dump, body, manifest.database.sha256);
      if (found !== manifest.database.sha256) {
        throw new AppError("BAD_REQUEST", `${dumpName} of this backup is damaged. Take another backup.`);
      }
    }
  }
  if (!originalsOnly) await finish(place, manifest, dump);
  return { manifest, lacking: [...lacking] };
}

/** Puts the database in its place, and the ids last: only then is there a library. */
async function finish(place: RestorePlace, { library }: Manifest, dump: string): Promise<void> {
  const at = (name: string) => join(place.dataFolder, name);
  if (place.engine === "postgres") {
    await place.load(dump, library);
    await rm(dump);
  } else {
    const [problem] = await checkSqlite(dump);
    if (problem)
      throw new AppError("DATABASE_DAMAGED", `The database of this backup is damaged: ${problem}.`);
    for (const end of ["-wal", "-shm"]) await rm(at(databaseNames.sqlite + end), { force: true });
    await rename(dump, at(databaseNames.sqlite));
  }
  await mkdir(at("originals"), { recursive: true });
  await mkdir(at("staging"), { recursive: true });
  await writeIdentity(at(`originals/${identityName}`), library);
  await writeIdentity(at(identityName), library);
  await rm(at(unfinishedName), { force: true });
  await writeNote(place.stateFolder, place.dataFolder, library);
}

async function putBack(
  path: string,
  { sha256, bytes }: ListedOriginal,
  body: AsyncIterable<Uint8Array>,
  readsThere: boolean,
): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes && (!readsThere || (await hashOfFile(path)) === sha256)) return true;
  return (await writeWhole(path, body, sha256)) === sha256;
}

async function claim(folder: string, library: string, originalsOnly: boolean): Promise<void> {
  const there = await readIdentity(join(folder, identityName));
  if (originalsOnly) {
    if (there === library) return;
    throw new AppError(
      "BAD_REQUEST",
      `${folder} holds ${there ? `library ${there}` : "no library"}, and the backup is of ${library}.`,
    );
  }
  const unfinished = await readIdentity(join(folder, unfinishedName));
  if (unfinished === library) return;
  await mkdir(folder, { recursive: true });
  const entries = (await readdir(folder)).filter((name) => name !== "lost+found");
  if (entries.length > 0) {
    const words =
      there === library
        ? "--originals brings back its damaged and missing originals; to go back to the whole backup, move the folder away first"
        : "Choose an empty folder by GLIMPSE_DATA, or move this one away";
    throw new AppError(
      "BAD_REQUEST",
      `${folder} is not empty${there ? `, it holds library ${there}` : ""}. ${words}.`,
    );
  }
  await writeFile(join(folder, unfinishedName), `${library}\n`);
}

/** Reads manifest and list, which are at the end of an archive, and compares them. */
async function readHead(source: string, isArchive: boolean, migrationsKnown: number) {
  const texts = new Map<string, string>();
  if (isArchive) {
    for await (const { name, body } of readTar(createReadStream(source))) {
      if (name === manifestName || name === listName) texts.set(name, await text(body));
    }
  } else {
    for (const name of [manifestName, listName]) {
      const read = await readFile(join(source, name), "utf8").catch(() => null);
      if (read !== null) texts.set(name, read);
    }
  }
  const manifest = texts.get(manifestName);
  const list = texts.get(listName);
  if (manifest === undefined || list === undefined) {
    throw new AppError(
      "BAD_REQUEST",
      `${source} is no backup, or it was not finished: it has no ${manifestName}.`,
    );
  }
  const parsed = parseManifest(manifest, migrationsKnown);
  if (hashOfText(list) !== parsed.originals.listSha256) {
    throw new AppError("BAD_REQUEST", `${listName} of this backup is damaged. Take another backup.`);
  }
  return { manifest: parsed, originals: parseList(list) };
}

async function* filesOf(source: string, originals: ListedOriginal[], dumpName: string): Source {
  for (const name of [dumpName, ...originals.map(({ sha256 }) => nameOfOriginal(sha256))]) {
    const path = join(source, name);
    if (await stat(path).catch(() => null)) yield { name, body: createReadStream(path) };
  }
}

async function statOf(source: string) {
  return stat(source).catch((cause: unknown) => {
    throw new AppError("BAD_REQUEST", `There is no ${source}.`, { cause });
  });
}
