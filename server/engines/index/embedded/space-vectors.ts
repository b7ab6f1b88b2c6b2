import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { Codes } from "./codes.ts";
import { type CodesKey, forgetCodes, readCodes, writeCodes } from "./codes-file.ts";
import type { Documents } from "./documents.ts";
import { decode, dotOfFloats, Matrix } from "./matrix.ts";
import { bestOf, type Near, type Probe, type VectorSet } from "./probe.ts";

export interface IndexedSpace {
  id: number;
  dimension: number;
}

/** The documents to search among: these, or all of the owner's. */
export interface Among {
  owner: string;
  documents: Iterable<number> | null;
}

/**
 * Searches the vectors of spaces. A small space is held in memory as it is. A large one is held as 1-bit codes, which
 * are read from a file of their own, or made from the stored vectors in the background (`work`); until then its
 * stored vectors are compared one by one. Every search sees what was written before it.
 */
export interface SpaceVectors {
  nearest(space: IndexedSpace, probes: Probe[], among: Among): Near[][];
  /** Returns the documents of the owner that have a vector; null while they are not in memory. */
  ofOwner(space: IndexedSpace, owner: string): number[] | null;
  /** Gets ready for searches in this space. */
  prepare(space: IndexedSpace): void;
  /** Does a little of what can be done in the background. Returns false when there is nothing left to do. */
  work(): boolean;
}

/** A space gets codes when its vectors have this many numbers in all, unless it has very few vectors. */
const numbersForCodes = 8_000_000;
const fewestForCodes = 4_000;
/**
 * A space that is in memory without codes gets them only at this many times that size, so that a space near the border
 * is not built again and again.
 */
const slack = 1.5;
/** Changes that are read at once in the background. */
const slice = 500;
/** A search waits for no more changes than this. */
const mostAtOnce = 5_000;
/** Codes are written to their file when this many rows have changed, or this share of them. */
const [changesToKeep, shareToKeep] = [1_000, 0.02];
/** The number of vectors from which the mean is taken, and the growth of the space after which it is taken again. */
const sampled = 1_000;
const grown = 2;
/** How many codes of a file are compared with the vectors, to see whether the file is theirs. */
const looked = 32;

interface Held {
  space: number;
  set: VectorSet;
  change: number;
}

interface HeldCodes extends Held {
  set: Codes;
  meanOf: number;
  /** The last change that is in the file. */
  keptTo: number;
}

/** `codesFrom`: the fewest vectors that get codes; by default it depends on their length. */
export function createSpaceVectors(
  database: DatabaseSync,
  documents: Documents,
  { codesFrom, isPlain = false }: { codesFrom?: number; isPlain?: boolean } = {},
): SpaceVectors {
  const path = database.location() ?? "";
  const newer = `SELECT document, change, vector FROM vectors WHERE space = ? AND change > ? ORDER BY change`;
  const changes = database.prepare(newer);
  const someChanges = database.prepare(`${newer} LIMIT ${slice}`);
  const lastChange = database.prepare("SELECT max(change) AS change FROM vectors WHERE space = ?");
  const countVectors = database.prepare("SELECT count(*) AS vectors FROM vectors WHERE space = ?");
  const ends = database.prepare(
    "SELECT min(document) AS first, max(document) AS last FROM vectors WHERE space = ?",
  );
  const findVector = database.prepare("SELECT vector FROM vectors WHERE space = ? AND document = ?");
  const allVectors = database.prepare(
    "SELECT document, vector FROM vectors WHERE space = ? AND vector IS NOT NULL",
  );
  const listSpaces = database.prepare("SELECT id FROM spaces");

  // We keep only the space that was searched last, because one space serves at a time.
  let held: Held | HeldCodes | undefined;
  let building: HeldCodes | undefined;

  const vectorOf = (space: number, document: number): Float16Array | null => {
    const vector = findVector.get(space, document)?.vector;
    return vector instanceof Uint8Array ? halves(vector) : null;
  };
  const fewest = ({ dimension }: IndexedSpace) =>
    codesFrom ?? Math.max(fewestForCodes, numbersForCodes / dimension);
  const keyOf = (space: number): CodesKey => {
    const { ino, birthtimeMs } = statSync(path);
    return { indexFile: `${ino} ${birthtimeMs}`, space };
  };
  const codesWith = (space: number, mean: Float32Array) =>
    new Codes({ documents, mean, isPlain, vectorOf: (document) => vectorOf(space, document) });

  function apply(to: Held, { document, change, vector }: Record<string, unknown>): void {
    if (vector instanceof Uint8Array) to.set.set(Number(document), halves(vector));
    else to.set.delete(Number(document));
    to.change = Number(change);
  }

  function catchUp(to: Held): void {
    for (const row of changes.iterate(to.space, to.change)) apply(to, row);
  }

  function meanOf({ id, dimension }: IndexedSpace): Float32Array {
    const { first, last } = ends.get(id) ?? {};
    const sum = new Float32Array(dimension);
    let count = 0;
    const step = Math.max(1, (Number(last) - Number(first)) / sampled);
    for (let at = Number(first); at <= Number(last); at += step) {
      const vector = vectorOf(id, Math.round(at));
      if (!vector) continue;
      count++;
      for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
    }
    return sum.map((total) => total / Math.max(1, count));
  }

  function build(space: IndexedSpace): void {
    if (building?.space === space.id) return;
    const vectors = Number(countVectors.get(space.id)?.vectors);
    const set = codesWith(space.id, meanOf(space));
    set.scan.reserve(vectors);
    building = { space: space.id, set, change: 0, meanOf: vectors, keptTo: 0 };
  }

  /** Returns the codes of the file, unless they are not those of the vectors that are stored now. */
  function readKept(space: IndexedSpace): HeldCodes | undefined {
    let found: HeldCodes | undefined;
    const isWhole = readCodes(path, keyOf(space.id), ({ change, meanOf, mean, documents: kept }) => {
      if (mean.length !== space.dimension || change > Number(lastChange.get(space.id)?.change)) return null;
      const set = codesWith(space.id, mean);
      found = { space: space.id, set, change, meanOf, keptTo: change };
      return set.place(kept);
    });
    if (!isWhole || !found) return undefined;
    const { set } = found;
    catchUp(found);
    for (let at = 0; at < looked; at++) {
      const row = Math.floor((at * set.size) / looked);
      const vector = vectorOf(space.id, set.documentAt(row));
      if (set.size > 0 && (!vector || Buffer.compare(set.scan.bytes(row, 1), set.coder.codeOf(vector)) !== 0))
        return undefined;
    }
    return found;
  }

  /** Brings what is in memory up to date. Returns it; undefined while the codes are being made. */
  function heldOf(space: IndexedSpace): Held | undefined {
    if (held?.space !== space.id) {
      held = undefined;
      if (building?.space !== space.id) {
        building = undefined;
        const isSmall = Number(countVectors.get(space.id)?.vectors) < fewest(space);
        held = isSmall
          ? { space: space.id, set: new Matrix(space.dimension, documents, isPlain), change: 0 }
          : readKept(space);
      }
      if (!held) build(space);
    }
    if (!held) return undefined;
    const behind = Number(lastChange.get(space.id)?.change ?? 0) - held.change;
    if ("meanOf" in held && behind > mostAtOnce) {
      building = held;
      held = undefined;
      return undefined;
    }
    if (behind > 0) catchUp(held);
    const most =
      "meanOf" in held ? held.meanOf * grown : fewest(space) * (codesFrom === undefined ? slack : 1);
    if (held.set.size > most) build(space);
    return held;
  }

  function keep(codes: HeldCodes): void {
    const { set, change, meanOf, space } = codes;
    const numbers = Int32Array.from({ length: set.size }, (_, at) => set.documentAt(at));
    codes.keptTo = change;
    try {
      const kept = {
        change,
        meanOf,
        mean: set.coder.mean,
        documents: numbers,
        codes: set.scan.bytes(0, set.size),
      };
      writeCodes(path, keyOf(space), kept);
      forgetCodes(path, new Set(listSpaces.all().map(({ id }) => Number(id))));
    } catch {
      // The disk is full; the next process makes the codes again.
    }
  }

  /** Compares each stored vector, without keeping any in memory. */
  function compareStored(space: IndexedSpace, probes: Probe[], { owner, documents: only }: Among): Near[][] {
    const wanted = only && new Set(only);
    const hits: Near[][] = probes.map(() => []);
    const decoded = new Float32Array(space.dimension);
    for (const { document: number, vector } of allVectors.iterate(space.id)) {
      const document = Number(number);
      if (
        !(vector instanceof Uint8Array) ||
        !(wanted ? wanted.has(document) : documents.isOf(document, owner))
      )
        continue;
      decode(halves(vector), decoded);
      for (const [which, { vector: asked, least }] of probes.entries()) {
        const score = dotOfFloats(decoded, asked);
        if (score >= least) hits[which]?.push({ document, score });
      }
    }
    return hits.map((each, which) => bestOf(each, probes[which]?.limit ?? 0));
  }

  return {
    nearest(space, probes, among) {
      const there = heldOf(space);
      if (!there) return compareStored(space, probes, among);
      return there.set.nearest(probes, there.set.rowsOf(among.owner, among.documents));
    },
    ofOwner(space, owner) {
      const there = heldOf(space);
      return there ? Array.from(there.set.rowsOf(owner, null), (row) => there.set.documentAt(row)) : null;
    },
    prepare: heldOf,
    work() {
      if (building) {
        const rows = someChanges.all(building.space, building.change);
        for (const row of rows) apply(building, row);
        if (rows.length === slice) return true;
        keep(building);
        held = building;
        building = undefined;
        return false;
      }
      if (!held || !("meanOf" in held)) return false;
      const changed = held.change - held.keptTo;
      if (changed > Math.max(changesToKeep, shareToKeep * held.set.size)) keep(held);
      return false;
    },
  };
}

export function halves(bytes: Uint8Array): Float16Array {
  return new Float16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
}
