import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import type { Collections } from "../library/collections.ts";
import { awaitingIndex, embeddedAfter, photosAfter } from "../library/index-contents.ts";
import type { Schema } from "../library/schema.ts";

/** The photos on which rows and index disagree: how many, and the first ids. */
export interface Difference {
  compared: number;
  /** Photos that are in the rows but not in the index. */
  missing: { count: number; first: string[] };
  /** Photos that are in the index but not in the rows. */
  strange: { count: number; first: string[] };
}

export interface Verdict {
  documents: Difference;
  /** Null if no collection serves. */
  vectors: (Difference & { collection: string }) | null;
  /** Photos that the worker has not written to the index yet; they do not count as missing. */
  onTheirWay: number;
}

const pageSize = 1_000;
const mostNamed = 20;

/** Compares the rows with the index and changes neither. Throws INDEX_AWAY. */
export async function verify(needs: {
  database: Database<Schema>;
  index: PhotoIndex;
  collections: Collections;
}): Promise<Verdict> {
  const { database, index, collections } = needs;
  const onTheirWay = new Set(await awaitingIndex(database));
  const documents = await count(compareDocuments(database, index), onTheirWay);
  const serving = await collections.serving();
  const vectors = serving && {
    collection: serving.id,
    ...(await count(
      compare(
        (after) => embeddedAfter(database, serving.space.id, after, pageSize),
        (after) => index.list({ space: serving.id, after, limit: pageSize }),
      ),
      onTheirWay,
    )),
  };
  return { documents, vectors, onTheirWay: onTheirWay.size };
}

export function isWhole({ documents, vectors }: Verdict): boolean {
  return [documents, vectors].every((part) => !part || part.missing.count + part.strange.count === 0);
}

async function count(compared: AsyncGenerator<Compared>, leftOut: Set<string>): Promise<Difference> {
  const found: Difference = {
    compared: 0,
    missing: { count: 0, first: [] },
    strange: { count: 0, first: [] },
  };
  for await (const { id, is } of compared) {
    if (is !== "strange") found.compared++;
    if (is === "same" || leftOut.has(id)) continue;
    found[is].count++;
    if (found[is].first.length < mostNamed) found[is].first.push(id);
  }
  return found;
}

interface Compared {
  id: string;
  is: "same" | "missing" | "strange";
}

/** Yields every photo that has a document or should have one, in the order of their ids. */
export function compareDocuments(database: Database<Schema>, index: PhotoIndex): AsyncGenerator<Compared> {
  return compare(
    async (after) => (await photosAfter(database, after, pageSize)).map(({ id }) => id),
    (after) => index.list({ after, limit: pageSize }),
  );
}

type Page = (after: string) => Promise<string[]>;

/** Walks two ascending lists of ids side by side. */
async function* compare(rows: Page, index: Page): AsyncGenerator<Compared> {
  const left = walk(rows);
  const right = walk(index);
  let ours = await left.next();
  let theirs = await right.next();
  while (!ours.done || !theirs.done) {
    if (!ours.done && (theirs.done || ours.value < theirs.value)) {
      yield { id: ours.value, is: "missing" };
      ours = await left.next();
    } else if (!theirs.done && (ours.done || theirs.value < ours.value)) {
      yield { id: theirs.value, is: "strange" };
      theirs = await right.next();
    } else {
      yield { id: String(ours.value), is: "same" };
      ours = await left.next();
      theirs = await right.next();
    }
  }
}

async function* walk(page: Page): AsyncGenerator<string, undefined> {
  for (let last = ""; ; ) {
    const ids = await page(last);
    yield* ids;
    const end = ids.at(-1);
    if (end === undefined) return;
    last = end;
  }
}
