import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import { leasesEndedBefore, libraryTime } from "./clock.ts";
import { newId } from "./ids.ts";
import { isOfDead } from "./leases.ts";
import type { Schema } from "./schema.ts";
import type { UnfinishedUploadsTable } from "./upkeep-schema.ts";

/** The sender of an upload. Only whoever began an upload can see it. */
export interface UploadSender {
  owner: string;
  /** The token that sends it; empty for a person. */
  begunBy: string;
}

/** The facts that the sender gives of a file before sending it. */
export interface AnnouncedFile {
  name: string;
  modifiedAt: number | null;
  bytes: number;
  sha256: string | null;
}

export interface UnfinishedUpload extends AnnouncedFile {
  id: string;
  /** How many of its bytes are on the disk for good. */
  received: number;
  touchedAt: number;
  /** The result, once all of it is in the library; null before. */
  ended: { photoId: string; duplicate: boolean; repaired: boolean } | null;
}

/** Keeps the announced facts of uploads that may go on later, how far they are, and which process writes to one now. */
export interface UnfinishedUploads {
  begin(sender: UploadSender, file: AnnouncedFile): Promise<UnfinishedUpload>;
  /** Returns null for an upload that is not there, or was begun by somebody else. */
  find(sender: UploadSender, id: string): Promise<UnfinishedUpload | null>;
  /** Takes a lease on the upload. Returns false while another living process has it. */
  take(id: string, lease: string): Promise<boolean>;
  /** Notes how far it is, and keeps the lease. Returns false if the lease was lost. */
  advance(id: string, lease: string, received: number): Promise<boolean>;
  leave(id: string, lease: string): Promise<void>;
  end(id: string, ended: NonNullable<UnfinishedUpload["ended"]>): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * Sums up the incomplete uploads: how many there are, the bytes that have arrived, and the bytes still to come of
   * those touched since the given time.
   */
  sum(since: number): Promise<{ count: number; received: number; toCome: number }>;
  /** Returns the ids of some uploads that were not touched since and that nobody writes to. */
  untouchedSince(time: number): Promise<string[]>;
  /** Returns those of the ids that are known. */
  known(ids: string[]): Promise<Set<string>>;
}

/** Milliseconds. A process that writes to an upload renews its lease more often than this. */
const leaseMs = 60_000;

export function createUnfinishedUploads({ rows }: Database<Schema>): UnfinishedUploads {
  const change = (id: string) => rows.updateTable("unfinished_uploads").where("id", "=", id);

  return {
    async begin({ owner, begunBy }, { name, modifiedAt, bytes, sha256 }) {
      const now = libraryTime();
      const row: UnfinishedUploadsTable = {
        ...{ id: newId(now), owner, begun_by: begunBy, file_name: name, modified_at: modifiedAt, sha256 },
        ...{ bytes, received: 0, lease_by: null, lease_until: 0, photo_id: null, duplicate: 0, repaired: 0 },
        touched_at: now,
      };
      await rows.insertInto("unfinished_uploads").values(row).execute();
      return toUpload(row);
    },

    async find({ owner, begunBy }, id) {
      const row = await rows
        .selectFrom("unfinished_uploads")
        .selectAll()
        .where("id", "=", id)
        .where("owner", "=", owner)
        .where("begun_by", "=", begunBy)
        .executeTakeFirst();
      return row ? toUpload(row) : null;
    },

    async take(id, lease) {
      const row = await rows
        .selectFrom("unfinished_uploads")
        .select(["lease_by", "lease_until"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (!row) return false;
      const isHeld =
        row.lease_by !== null && Number(row.lease_until) >= leasesEndedBefore() && !isOfDead(row.lease_by);
      if (isHeld) return false;
      const now = libraryTime();
      const taken = await change(id)
        .set({ lease_by: lease, lease_until: now + leaseMs, touched_at: now })
        .where("lease_by", "is not distinct from", row.lease_by)
        .where("lease_until", "=", row.lease_until)
        .executeTakeFirst();
      return taken.numUpdatedRows > 0n;
    },

    async advance(id, lease, received) {
      const now = libraryTime();
      const advanced = await change(id)
        .set({ received, lease_until: now + leaseMs, touched_at: now })
        .where("lease_by", "=", lease)
        .executeTakeFirst();
      return advanced.numUpdatedRows > 0n;
    },

    async leave(id, lease) {
      await change(id).set({ lease_by: null, lease_until: 0 }).where("lease_by", "=", lease).execute();
    },

    async end(id, { photoId, duplicate, repaired }) {
      await change(id)
        .set({ photo_id: photoId, duplicate: Number(duplicate), repaired: Number(repaired) })
        .execute();
    },

    async remove(id) {
      await rows.deleteFrom("unfinished_uploads").where("id", "=", id).execute();
    },

    async sum(since) {
      const found = await rows
        .selectFrom("unfinished_uploads")
        .select([
          sql<number>`count(*)`.as("count"),
          sql<number | null>`sum(received)`.as("received"),
          sql<number | null>`sum(case when touched_at >= ${since} then bytes - received else 0 end)`.as(
            "toCome",
          ),
        ])
        .where("photo_id", "is", null)
        .executeTakeFirstOrThrow();
      return {
        count: Number(found.count),
        received: Number(found.received ?? 0),
        toCome: Number(found.toCome ?? 0),
      };
    },

    async untouchedSince(time) {
      const found = await rows
        .selectFrom("unfinished_uploads")
        .select("id")
        .where("touched_at", "<", time)
        .where("lease_until", "<", leasesEndedBefore())
        .limit(1_000)
        .execute();
      return found.map(({ id }) => id);
    },

    async known(ids) {
      if (ids.length === 0) return new Set();
      const found = await rows.selectFrom("unfinished_uploads").select("id").where("id", "in", ids).execute();
      return new Set(found.map(({ id }) => id));
    },
  };
}

function toUpload(row: UnfinishedUploadsTable): UnfinishedUpload {
  return {
    ...{ id: row.id, name: row.file_name, sha256: row.sha256 },
    modifiedAt: row.modified_at === null ? null : Number(row.modified_at),
    bytes: Number(row.bytes),
    received: Number(row.received),
    touchedAt: Number(row.touched_at),
    ended:
      row.photo_id === null
        ? null
        : { photoId: row.photo_id, duplicate: row.duplicate === 1, repaired: row.repaired === 1 },
  };
}
