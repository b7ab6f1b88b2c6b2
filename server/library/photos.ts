import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import { sidecarType } from "../formats.ts";
import { libraryTime } from "./clock.ts";
import { createDamageMarks, type DamageMarks, writeDamage } from "./damage.ts";
import { recordPhotoEvent, toLogged, toPhotoEvent } from "./events.ts";
import { stemOf } from "./file-name.ts";
import { newId } from "./ids.ts";
import { lockBytes, lockCompanions } from "./locks.ts";
import { inPages, newestPage, placeAfter } from "./pages.ts";
import type { Photo, PhotoEvent } from "./photo.ts";
import { type KnownPhoto, loadKnownPhotos, toPhoto } from "./photo-rows.ts";
import { createRemoval, type Removal, restoreFamily } from "./removal.ts";
import type { PhotoRow, Rows, Schema } from "./schema.ts";
import { armJob, setStatus } from "./stages.ts";
import { createTraits, type Traits } from "./traits.ts";

export interface Arrival {
  sha256: string;
  fileName: string;
  type: string;
  extension: string;
  bytes: number;
  modifiedAt: number | null;
}

export interface Span {
  total: number;
  /** Local dates `YYYY-MM-DD` of the first and the last photo that has one. */
  oldest: string | null;
  newest: string | null;
}

export interface Photos extends Removal, Traits, DamageMarks {
  /**
   * Takes a photo and its first job into the library, in one transaction. The same bytes again are the same
   * photo; if it had been removed, it comes back. `lackedSince`: the store did not have the whole file when
   * the upload began (ms), so a photo that is older was damaged, and is repaired.
   */
  receive(
    owner: string,
    arrival: Arrival,
    lackedSince?: number | null,
  ): Promise<{ photo: Photo; duplicate: boolean; repaired: boolean }>;
  /** Returns the photos with these bytes that are not removed, and whose originals are not known to be damaged. */
  known(owner: string, sha256: string[]): Promise<{ sha256: string; photo: Photo }[]>;
  /** Returns the photos that exist and are not removed, in the order of the ids. */
  get(owner: string, ids: string[]): Promise<Photo[]>;
  /** Returns a photo with all that belongs to it, removed or not; null if there is none. */
  load(owner: string, id: string): Promise<KnownPhoto | null>;
  /**
   * Says whether a photo that was loaded has stayed as people left it: as shown as it was, with the same edits.
   */
  isAsEdited(owner: string, known: KnownPhoto): Promise<boolean>;
  /** Returns the photos among these with all that belongs to each, removed or not, in the order of the ids. */
  loadAll(owner: string, ids: string[]): Promise<KnownPhoto[]>;
  /** Lists photos, the newest first. */
  list(
    owner: string,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: Photo[]; next: string | null }>;
  timeline(owner: string, id: string): Promise<PhotoEvent[]>;
  span(owner: string): Promise<Span>;
  /** Says whether any photo of any owner, removed or not, has these bytes. */
  holds(sha256: string): Promise<boolean>;
}

/** The date in a file's own record; a guess says nothing of how far a library reaches. */
const recorded = sql<string | null>`case when photo_facts.taken_from in ('name', 'change') then null
  else photo_facts.taken_local end`;

/** Marks an original as whole again. Jobs that failed because of it are tried again. */
async function repair(on: Rows, photo: PhotoRow): Promise<void> {
  if ((await writeDamage(on, photo.sha256, null)) === 0) {
    await recordPhotoEvent(on, photo.owner, photo.id, "repaired");
  }
  if (photo.status !== "failed" || photo.failure_stage !== "prepare" || photo.deleted_at !== null) return;
  await armJob(on, photo.owner, photo.id, "prepare");
  await setStatus(on, photo.id, "received");
}

export function createPhotos(database: Database<Schema>): Photos {
  const { rows } = database;

  async function loadAll(owner: string, ids: string[]) {
    const known = await inPages(ids, (page) => loadKnownPhotos(rows, owner, page));
    const found = new Map(known.map((each) => [each.photo.id, each]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  const get = async (owner: string, ids: string[]) =>
    (await loadAll(owner, ids)).flatMap((known) => (known.photo.deleted_at === null ? toPhoto(known) : []));

  const load = async (owner: string, id: string) => (await loadAll(owner, [id]))[0] ?? null;

  return {
    ...createRemoval(database),
    ...createTraits(database),
    ...createDamageMarks(database),
    get,
    load,
    loadAll,

    async isAsEdited(owner, { photo, edits }) {
      const now = await rows
        .selectFrom("photos")
        .leftJoin("photo_edits as edits", "edits.photo_id", "photos.id")
        .select(["photos.owner as of", "deleted_at", "role"])
        .selectAll("edits")
        .where("photos.id", "=", photo.id)
        .executeTakeFirst();
      if (!now) return false;
      const { of, deleted_at, role, ...editsNow } = now;
      if (of !== owner || deleted_at !== photo.deleted_at || role !== photo.role) return false;
      return editsNow.photo_id === null ? edits === null : isDeepStrictEqual(editsNow, { ...edits });
    },

    async receive(owner, arrival, lackedSince = null) {
      const id = newId();
      const now = libraryTime();
      const outcome = await rows.transaction().execute(async (transaction) => {
        await lockBytes(transaction, arrival.sha256);
        const inserted = await transaction
          .insertInto("photos")
          .values({
            id,
            owner,
            sha256: arrival.sha256,
            file_name: arrival.fileName,
            type: arrival.type,
            extension: arrival.extension,
            bytes: arrival.bytes,
            stem: stemOf(arrival.fileName),
            // A sidecar is never a photo. Whether another file is part of a photo is known when it is prepared.
            role: arrival.type === sidecarType ? "sidecar" : null,
            modified_at: arrival.modifiedAt,
            status: "received",
            sort_at: now,
            created_at: now,
          })
          .onConflict((conflict) => conflict.columns(["owner", "sha256"]).doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows) {
          await armJob(transaction, owner, id, "prepare");
          await recordPhotoEvent(transaction, owner, id, "received");
          return { id, duplicate: false, repaired: false };
        }
        // This lock comes before that of the photo, because a photo that comes back brings its files along.
        await lockCompanions(transaction, owner);
        const there = await transaction
          .selectFrom("photos")
          .selectAll()
          .where("owner", "=", owner)
          .where("sha256", "=", arrival.sha256)
          .forNoKeyUpdate()
          .executeTakeFirstOrThrow();
        if (there.deleted_at !== null) await restoreFamily(transaction, owner, [there.id], -1);
        const repaired =
          there.damage !== null || (lackedSince !== null && Number(there.created_at) < lackedSince);
        if (repaired) await repair(transaction, there);
        return { id: there.id, duplicate: true, repaired };
      });
      // Somebody may have put it into the bin since.
      const known = await load(owner, outcome.id);
      if (!known) throw new Error(`photo ${outcome.id} vanished while it was received`);
      return { photo: toPhoto(known), duplicate: outcome.duplicate, repaired: outcome.repaired };
    },

    async known(owner, hashes) {
      if (hashes.length === 0) return [];
      const found = await rows
        .selectFrom("photos")
        .select("id")
        .where("owner", "=", owner)
        .where("sha256", "in", hashes)
        .where("deleted_at", "is", null)
        .where("damage", "is", null)
        .execute();
      const photos = await get(
        owner,
        found.map((row) => row.id),
      );
      return photos.map((photo) => ({ sha256: photo.sha256, photo }));
    },

    async list(owner, { cursor, limit }) {
      let query = rows
        .selectFrom("photos")
        .select(["id", "sort_at"])
        .where("owner", "=", owner)
        .where("deleted_at", "is", null)
        .where("role", "is", null);
      if (cursor) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple("sort_at", "id"), "<", tuple(...placeAfter(cursor))),
        );
      }
      const found = await query
        .orderBy("sort_at", "desc")
        .orderBy("id", "desc")
        .limit(limit + 1)
        .execute();
      const { ids, next } = newestPage(found, limit);
      return { items: await get(owner, ids), next };
    },

    async timeline(owner, id) {
      const events = await rows
        .selectFrom("events")
        .selectAll()
        .where("owner", "=", owner)
        .where("kind", "=", "photo")
        .where("subject", "=", id)
        .orderBy("id")
        .execute();
      return events.map((row) => toPhotoEvent(toLogged(row)));
    },

    async span(owner) {
      const there = rows
        .selectFrom("photos")
        .where("photos.owner", "=", owner)
        .where("photos.deleted_at", "is", null)
        .where("photos.role", "is", null);
      // In the order of their days the first one that counts is soon found, however many photos there are.
      const end = (direction: "asc" | "desc") =>
        there
          .leftJoin("photo_facts", "photo_facts.photo_id", "photos.id")
          .leftJoin("photo_edits", "photo_edits.photo_id", "photos.id")
          .select(sql<string>`coalesce(photo_edits.taken_local, ${recorded})`.as("taken"))
          .where("photos.taken_day", ">", 0)
          .where(sql`coalesce(photo_edits.taken_local, ${recorded})`, "is not", null)
          .orderBy("photos.taken_day", direction)
          .limit(1)
          .executeTakeFirst();
      const { total } = await there.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
      const [oldest, newest] = [await end("asc"), await end("desc")];
      return {
        total: Number(total),
        oldest: oldest?.taken.slice(0, 10) ?? null,
        newest: newest?.taken.slice(0, 10) ?? null,
      };
    },

    async holds(sha256) {
      const row = await rows
        .selectFrom("photos")
        .select("id")
        .where("sha256", "=", sha256)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
