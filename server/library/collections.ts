import { randomBytes } from "node:crypto";
import type { Database } from "../engines/database/port.ts";
import type { Space } from "../engines/models/port.ts";
import { AppError } from "../errors.ts";
import { leasesEndedBefore, libraryTime } from "./clock.ts";
import { isOfDead, newLease } from "./leases.ts";
import type { CollectionsTable, Rows, Schema } from "./schema.ts";
import type { Standard } from "./standardise.ts";

/** The vectors of one space in the index, searched as one set. */
export interface Collection {
  /** Its name in the index. */
  id: string;
  space: Space;
  state: CollectionsTable["state"];
  /** How each vector is standardised before it is compared; null if vectors are compared as they are. */
  standard: Standard | null;
  /** The collection holds the vectors of all photos up to this id. */
  filledTo: string;
  filled: number;
  /** The mean of its hub values; null until they were measured. */
  hubMean: number | null;
  /** How many vectors there were when its hub values were measured. */
  hubsOf: number;
  /** The weight of words beside its vectors; null means the default for its kind of model. */
  wordsWeight: number | null;
  /** How many vectors there were when that weight was measured. */
  calibratedOf: number;
}

/** A lease on a collection that is being filled; no other process fills it meanwhile. */
export interface Filling {
  collection: Collection;
  /**
   * Records how far the filling is, and renews the lease. Throws CONFLICT if another process has taken over.
   */
  advance(filledTo: string, filled: number): Promise<void>;
  /** Makes the collection serve, and retires the one that served before. */
  serve(): Promise<void>;
  /** Gives up the lease, so that another run can go on. */
  release(): Promise<void>;
}

/** Decides which vectors are searched. The rows are the truth; aliases in an engine follow them. */
export interface Collections {
  serving(): Promise<Collection | null>;
  /** Returns the collection that is being filled, if there is one. */
  filling(): Promise<Collection | null>;
  /** Returns the space that photos are embedded in and that has no collection yet; null if there is none. */
  coming(): Promise<{ model: string; embedded: number; described: number } | null>;
  /**
   * Returns the collections that a photo's vectors belong in: the one that serves and the one being filled.
   */
  live(): Promise<Collection[]>;
  /**
   * Goes on filling a collection of this space, or begins one with the standard that `measure` gives. Retires
   * other collections that are half filled. Throws CONFLICT while another process fills one.
   */
  fill(space: Space, measure: () => Promise<Standard | null>): Promise<Filling>;
  /** Returns the retired collections that have not served since this time, ms. */
  retiredBefore(time: number): Promise<Collection[]>;
  /**
   * Deletes a retired collection. Deletes its space with all embeddings too, unless another collection uses
   * the space or it is `kept`.
   */
  forget(collection: Collection, kept: string): Promise<void>;
}

const leaseMs = 60_000;

export function createCollections({ rows }: Database<Schema>): Collections {
  const inState = async (...states: Collection["state"][]) => {
    const found = await rows
      .selectFrom("collections")
      .innerJoin("spaces", "spaces.id", "collections.space")
      .selectAll("collections")
      .select(["spaces.model", "spaces.template", "spaces.dimension", "spaces.trained"])
      .where("collections.state", "in", states)
      .orderBy("collections.id")
      .execute();
    return found.map((row) => ({ ...toCollection(row), row }));
  };
  const only = async (state: Collection["state"]) => (await inState(state))[0] ?? null;

  function hold(collection: Collection, lease: string): Filling {
    const update = async (on: Rows, set: Partial<CollectionsTable>) => {
      const held = await on
        .updateTable("collections")
        .set(set)
        .where("id", "=", collection.id)
        .where("lease_by", "=", lease)
        .executeTakeFirst();
      if (held.numUpdatedRows === 0n) throw busy();
    };
    return {
      collection,
      advance: (filled_to, filled) =>
        update(rows, { filled_to, filled, lease_until: libraryTime() + leaseMs }),
      serve: () =>
        rows.transaction().execute(async (transaction) => {
          const now = libraryTime();
          await transaction
            .updateTable("collections")
            .set({ state: "retired", served_at: now })
            .where("state", "=", "serving")
            .execute();
          await update(transaction, { state: "serving", served_at: now, lease_by: null, lease_until: null });
        }),
      release: () => update(rows, { lease_by: null, lease_until: null }),
    };
  }

  /** Claims the collection and returns our lease; null if a living process has it. */
  async function take(row: CollectionsTable): Promise<string | null> {
    const isFree =
      row.lease_by === null || Number(row.lease_until) < leasesEndedBefore() || isOfDead(row.lease_by);
    if (!isFree) return null;
    const lease = newLease();
    const taken = await rows
      .updateTable("collections")
      .set({ lease_by: lease, lease_until: libraryTime() + leaseMs })
      .where("id", "=", row.id)
      .where("state", "=", "filling")
      .where("lease_by", row.lease_by === null ? "is" : "=", row.lease_by)
      .executeTakeFirst();
    return taken.numUpdatedRows > 0n ? lease : null;
  }

  return {
    serving: () => only("serving"),
    filling: () => only("filling"),
    live: () => inState("serving", "filling"),

    async coming() {
      const space = await rows
        .selectFrom("spaces")
        .leftJoin("collections", "collections.space", "spaces.id")
        .select(["spaces.id", "spaces.model"])
        .where("collections.id", "is", null)
        .orderBy("spaces.created_at", "desc")
        .executeTakeFirst();
      if (!space) return null;
      const { embedded } = await rows
        .selectFrom("embeddings")
        .select(({ fn }) => fn.countAll().as("embedded"))
        .where("space", "=", space.id)
        .executeTakeFirstOrThrow();
      const { described } = await rows
        .selectFrom("captions")
        .select(({ fn }) => fn.countAll().as("described"))
        .executeTakeFirstOrThrow();
      return { model: space.model, embedded: Number(embedded), described: Number(described) };
    },

    async fill(space, measure) {
      for (const { row, ...begun } of await inState("filling")) {
        const lease = await take(row);
        if (!lease) throw busy();
        if (begun.space.id === space.id) return hold(begun, lease);
        await rows
          .updateTable("collections")
          .set({ state: "retired", served_at: 0, lease_by: null })
          .where("id", "=", begun.id)
          .execute();
      }
      const standard = await measure();
      const lease = newLease();
      const id = await insertCollection(rows, space.id, {
        state: "filling",
        ...packed(standard),
        lease_by: lease,
        lease_until: libraryTime() + leaseMs,
      });
      if (!id) throw busy();
      const fresh = { filledTo: "", filled: 0, hubMean: null, hubsOf: 0, wordsWeight: null, calibratedOf: 0 };
      return hold({ id, space, state: "filling", standard, ...fresh }, lease);
    },

    async retiredBefore(time) {
      const retired = await inState("retired");
      return retired.filter(({ row }) => Number(row.served_at) < time);
    },

    async forget({ id, space }, kept) {
      const ofSpace = rows.selectFrom("collections").select("id").where("space", "=", space.id);
      const other = await ofSpace.where("id", "!=", id).executeTakeFirst();
      const isLast = !other && space.id !== kept;
      if (isLast) await forgetEmbeddings(rows, space.id);
      await rows.deleteFrom("collections").where("id", "=", id).where("state", "=", "retired").execute();
      if (isLast) await rows.deleteFrom("spaces").where("id", "=", space.id).execute();
    },
  };
}

/** Deletes in pieces, because a transaction that deletes gigabytes would hold up everything else. */
async function forgetEmbeddings(rows: Rows, space: string): Promise<void> {
  const atOnce = 500;
  for (let deleted = atOnce; deleted > 0; ) {
    const some = rows.selectFrom("embeddings").select("photo_id").where("space", "=", space).limit(atOnce);
    const result = await rows
      .deleteFrom("embeddings")
      .where("space", "=", space)
      .where("photo_id", "in", some)
      .executeTakeFirst();
    deleted = Number(result.numDeletedRows);
  }
}

/** Makes the first collection if none serves; call it in the transaction that writes the first embedding. */
export async function ensureServing(rows: Rows, space: string): Promise<void> {
  const serving = await rows
    .selectFrom("collections")
    .select("id")
    .where("state", "=", "serving")
    .executeTakeFirst();
  if (!serving) await insertCollection(rows, space, { state: "serving" });
}

/**
 * Writes the weight of words and how it was measured. `count` is the number of vectors at that time. If the
 * weight could not be measured, `measured` is null and only the count is written.
 */
export async function writeCalibration(
  rows: Rows,
  id: string,
  count: number,
  measured: { weight: number; how: object } | null,
): Promise<void> {
  const found = measured && { words_weight: measured.weight, calibration: JSON.stringify(measured.how) };
  const set = { ...found, calibrated_of: count };
  await rows.updateTable("collections").set(set).where("id", "=", id).execute();
}

/** Returns the new id; null if another process was first. */
async function insertCollection(
  rows: Rows,
  space: string,
  columns: Pick<CollectionsTable, "state"> & Partial<CollectionsTable>,
): Promise<string | null> {
  const now = libraryTime();
  const id = `${space}#${now.toString(36)}${randomBytes(2).toString("hex")}`;
  const inserted = await rows
    .insertInto("collections")
    .values({
      id,
      space,
      ...packed(null),
      filled_to: "",
      filled: 0,
      hubs_of: 0,
      calibrated_of: 0,
      created_at: now,
      ...columns,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows ? id : null;
}

type JoinedRow = CollectionsTable & Pick<Space, "model" | "template" | "dimension"> & { trained: number };

function toCollection(row: JoinedRow): Collection {
  const { model, template, dimension } = row;
  return {
    id: row.id,
    space: { id: row.space, model, template, dimension, trained: row.trained === 1 },
    state: row.state,
    standard: row.mean && { mean: unpack(row.mean), deviations: row.deviations && unpack(row.deviations) },
    filledTo: row.filled_to,
    filled: row.filled,
    hubMean: row.hub_mean,
    hubsOf: row.hubs_of,
    wordsWeight: row.words_weight,
    calibratedOf: row.calibrated_of,
  };
}

const packed = (standard: Standard | null) => ({
  mean: standard && pack(standard.mean),
  deviations: standard?.deviations ? pack(standard.deviations) : null,
});
const pack = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);
const unpack = (bytes: Uint8Array) => new Float32Array(bytes.slice().buffer);

function busy(): AppError {
  return new AppError("CONFLICT", "Another process is filling the search index at this moment.");
}
