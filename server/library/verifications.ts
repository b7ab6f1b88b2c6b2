import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { newId } from "./ids.ts";
import { isShown } from "./photo-rows.ts";
import type { Schema } from "./schema.ts";
import type { VerificationsTable } from "./upkeep-schema.ts";

/** The result of a check of all files, without damaged originals, which are marked in their photos. */
export interface FoundByCheck {
  /** How many of the files are photos that people see; the others are in the bin, or parts of photos. */
  photos: number;
  /** How many photos lack a rendition. */
  renditions: number;
}

/** A check of all files: running, or ended. */
export interface FileCheck {
  id: string;
  /** The files up to the one with this id were looked at: photos, those in the bin, and the parts of photos. */
  seenTo: string;
  seen: number;
  found: FoundByCheck;
  startedAt: number;
  seenAt: number;
  endedAt: number | null;
}

/** A photo as far as a check of its files needs it. */
export interface CheckedPhoto {
  id: string;
  owner: string;
  sha256: string;
  bytes: number;
  damage: "missing" | "damaged" | null;
  fileName: string;
  takenLocal: string | null;
  createdAt: number;
  /** Whether it has a preview and a thumbnail, or should. */
  hasRenditions: boolean;
  /** False for what is in the bin, and for a part of another photo. */
  isShown: boolean;
}

/** Keeps how far a check has come, so that the next process goes on there. */
export interface FileChecks {
  /** Returns the check that was begun and not ended, or begins one. */
  begin(): Promise<FileCheck>;
  /** Notes how far it came. Returns false if another process has gone on with it since `check` was read. */
  advance(check: FileCheck, to: { seenTo: string; seen: number; found: FoundByCheck }): Promise<boolean>;
  end(check: FileCheck): Promise<void>;
  running(): Promise<FileCheck | null>;
  last(): Promise<FileCheck | null>;
  /** Returns a page of all photos of all owners, removed ones too, in ascending order. */
  photosAfter(id: string, limit: number): Promise<CheckedPhoto[]>;
  countPhotos(): Promise<number>;
  /** Returns photos whose originals are marked as damaged: how many, and the first of them. */
  damaged(limit: number): Promise<{ count: number; first: CheckedPhoto[] }>;
  /** When the library began, or got its id (ms); null if it has none. */
  libraryBegan(): Promise<number | null>;
  /** The time of the newest event (ms); null if there is none. */
  newestTime(): Promise<number | null>;
}

export function createFileChecks({ rows }: Database<Schema>): FileChecks {
  const checks = () => rows.selectFrom("verifications").selectAll();
  const photos = () =>
    rows
      .selectFrom("photos")
      .leftJoin("photo_facts", "photo_facts.photo_id", "photos.id")
      .select([
        ...(["photos.id", "photos.owner", "sha256", "bytes", "damage", "file_name", "created_at"] as const),
        ...(["taken_local", "thumbhash", "role", "deleted_at"] as const),
      ]);
  type Row = Awaited<ReturnType<ReturnType<typeof photos>["execute"]>>[number];
  const toChecked = (row: Row): CheckedPhoto => ({
    ...{ id: row.id, owner: row.owner, sha256: row.sha256, bytes: Number(row.bytes), damage: row.damage },
    fileName: row.file_name,
    takenLocal: row.taken_local,
    createdAt: Number(row.created_at),
    hasRenditions: row.thumbhash !== null,
    isShown: isShown(row),
  });

  const running = async () => {
    const row = await checks().where("ended_at", "is", null).orderBy("started_at", "desc").executeTakeFirst();
    return row ? toCheck(row) : null;
  };

  return {
    running,

    async begin() {
      const there = await running();
      if (there) return there;
      const now = libraryTime();
      const found: FoundByCheck = { photos: 0, renditions: 0 };
      const row = { id: newId(now), deep: 1, seen_to: "", seen: 0, found: JSON.stringify(found) };
      await rows
        .insertInto("verifications")
        .values({ ...row, started_at: now, seen_at: 0 })
        .execute();
      return { ...toCheck({ ...row, started_at: now, seen_at: 0, ended_at: null }) };
    },

    async advance(check, { seenTo, seen, found }) {
      const seenAt = Math.max(libraryTime(), check.seenAt + 1);
      const changed = await rows
        .updateTable("verifications")
        .set({ seen_to: seenTo, seen, found: JSON.stringify(found), seen_at: seenAt })
        .where("id", "=", check.id)
        .where("seen_at", "=", check.seenAt)
        .where("ended_at", "is", null)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) {
        const now = await checks().where("id", "=", check.id).executeTakeFirst();
        if (now) check.seenAt = Number(now.seen_at);
        return false;
      }
      Object.assign(check, { seenTo, seen, found, seenAt });
      return true;
    },

    async end({ id }) {
      await rows.updateTable("verifications").set({ ended_at: libraryTime() }).where("id", "=", id).execute();
      // One result is shown; the others would only pile up.
      await rows.deleteFrom("verifications").where("id", "<", id).execute();
    },

    async last() {
      const row = await checks()
        .where("ended_at", "is not", null)
        .orderBy("ended_at", "desc")
        .executeTakeFirst();
      return row ? toCheck(row) : null;
    },

    async photosAfter(id, limit) {
      const found = await photos().where("photos.id", ">", id).orderBy("photos.id").limit(limit).execute();
      return found.map(toChecked);
    },

    async countPhotos() {
      const row = await rows
        .selectFrom("photos")
        .select(sql<number>`count(*)`.as("count"))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    async damaged(limit) {
      const counted = await rows
        .selectFrom("photos")
        .select(sql<number>`count(*)`.as("count"))
        .where("damage", "is not", null)
        .executeTakeFirstOrThrow();
      const count = Number(counted.count);
      const first =
        count === 0
          ? []
          : await photos().where("damage", "is not", null).orderBy("photos.id").limit(limit).execute();
      return { count, first: first.map(toChecked) };
    },

    async newestTime() {
      const row = await rows
        .selectFrom("events")
        .select("created_at")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      return row ? Number(row.created_at) : null;
    },

    async libraryBegan() {
      const row = await rows.selectFrom("library").select("created_at").executeTakeFirst();
      return row ? Number(row.created_at) : null;
    },
  };
}

function toCheck(row: VerificationsTable): FileCheck {
  return {
    id: row.id,
    seenTo: row.seen_to,
    seen: Number(row.seen),
    // A check from before photos were told apart from other files counted all of them.
    found: { photos: Number(row.seen), ...JSON.parse(row.found) },
    startedAt: Number(row.started_at),
    seenAt: Number(row.seen_at),
    endedAt: row.ended_at === null ? null : Number(row.ended_at),
  };
}
