import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import type { Collections } from "../library/collections.ts";
import type { IdentityRows } from "../library/identity.ts";
import type { Schema } from "../library/schema.ts";
import type { CheckedPhoto } from "../library/verifications.ts";
import { type CheckNeeds, type CheckProgress, checkFiles, lacksRendition } from "./check-files.ts";
import { type Verdict, verify } from "./verify.ts";

export interface LibraryVerdict {
  /** The problems of the database; null if only its server can tell. */
  database: string[] | null;
  photos: number;
  /** Photos whose originals are damaged or missing: how many, and the first. */
  damaged: { count: number; first: CheckedPhoto[] };
  /** The hashes of originals that no photo has. */
  strange: string[];
  /** How many photos lack a rendition. */
  renditions: number;
  index: Verdict;
}

export interface VerifyOptions {
  /** Reads every original, and goes on where an earlier run stopped. Otherwise only lengths are compared. */
  deep: boolean;
  bytesPerSecond: number;
  signal: AbortSignal;
  /** Gets each photo that lacks a rendition; it may have it made. */
  onLacking(photo: CheckedPhoto): Promise<void>;
  onProgress(progress: CheckProgress): void;
}

interface VerifyNeeds extends CheckNeeds {
  database: Database<Schema>;
  identity: IdentityRows;
  index: PhotoIndex;
  collections: Collections;
}

const mostNamed = 20;
const pageSize = 500;

/**
 * Compares rows with files and with the index. It changes nothing but the marks of damaged originals. Throws
 * LIBRARY_AWAY and INDEX_AWAY.
 */
export async function verifyLibrary(needs: VerifyNeeds, options: VerifyOptions): Promise<LibraryVerdict> {
  const { checks, database } = needs;
  const problems = await database.problems();
  let renditions = 0;
  const onLacking = async (photo: CheckedPhoto) => {
    renditions++;
    await options.onLacking(photo);
  };
  const files = options.deep
    ? checkFiles(needs, options, onLacking)
    : lookAtFiles(needs, options.signal, onLacking);
  for await (const progress of files) options.onProgress(progress);
  return {
    database: problems,
    photos: await checks.countPhotos(),
    damaged: await checks.damaged(mostNamed),
    strange: await strangeOriginals(needs),
    renditions,
    index: await verify(needs),
  };
}

export function isWholeLibrary({ database, damaged, renditions, index }: LibraryVerdict): boolean {
  const holes = [index.documents, index.vectors].some(
    (part) => part && part.missing.count + part.strange.count > 0,
  );
  return !database?.length && damaged.count === 0 && renditions === 0 && !holes;
}

async function* lookAtFiles(
  { objects, originals, checks }: CheckNeeds,
  signal: AbortSignal,
  onLacking: (photo: CheckedPhoto) => Promise<void>,
): AsyncGenerator<CheckProgress> {
  const total = await checks.countPhotos();
  let done = 0;
  for (let after = ""; ; ) {
    const page = await checks.photosAfter(after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    for (const photo of page) {
      signal.throwIfAborted();
      // Reading the whole file is needed to take a mark away. Few files are marked.
      const damage = await originals.look(photo, { deep: photo.damage !== null, signal });
      if (!damage && (await lacksRendition(objects, photo))) await onLacking(photo);
    }
    after = last.id;
    done += page.length;
    yield { done, total: Math.max(done, total) };
  }
}

/** Finds originals that belong to no row. One that was uploaded meanwhile has a row at the second look. */
async function strangeOriginals({ objects, identity }: VerifyNeeds): Promise<string[]> {
  const strange: string[] = [];
  let page: string[] = [];
  const flush = async () => {
    const known = await identity.known(page);
    strange.push(...page.filter((hash) => !known.has(hash)));
    page = [];
  };
  for await (const key of objects.originals()) {
    page.push(key.slice("originals/".length));
    if (page.length === pageSize) await flush();
  }
  await flush();
  const still: string[] = [];
  for (let from = 0; from < strange.length; from += pageSize) {
    const some = strange.slice(from, from + pageSize);
    const known = await identity.known(some);
    still.push(...some.filter((hash) => !known.has(hash)));
  }
  return still;
}
