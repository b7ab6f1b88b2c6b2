import { type Selectable, sql } from "kysely";
import { lock } from "../engines/database/lock.ts";
import type { Database } from "../engines/database/port.ts";
import { fold } from "../engines/index/fold.ts";
import { AppError } from "../errors.ts";
import type { AlbumsTable } from "./albums-and-trips-schema.ts";
import { libraryTime } from "./clock.ts";
import { newId } from "./ids.ts";
import { inPages } from "./pages.ts";
import { isShown } from "./photo-rows.ts";
import type { Rows, Schema } from "./schema.ts";

export type AlbumRow = Selectable<AlbumsTable>;

/**
 * The photos that a person has put into an album, in their order, and those that they have taken out of a living one.
 */
export interface AlbumContents {
  photoIds: string[];
  leftOut: Set<string>;
}

export interface NewAlbum {
  name: string;
  /** JSON of the plan of a living album; null for one that holds the photos that are put into it. */
  plan: string | null;
  photoIds: string[];
}

/** The result of putting photos into the album of a name; `added` were not in it before. */
export interface PutInAlbum {
  id: string;
  name: string;
  added: string[];
}

/** Keeps albums and their photos. Every call throws NOT_FOUND if the owner has no such album. */
export interface AlbumRows {
  /** The albums of the owner, those that were changed last first. */
  list(owner: string): Promise<AlbumRow[]>;
  get(owner: string, id: string): Promise<AlbumRow>;
  /** Throws CONFLICT where an album has the name. */
  make(owner: string, album: NewAlbum): Promise<AlbumRow>;
  /**
   * Puts photos into the album of this name, and makes it if there is none. `tell` writes the result in the same
   * transaction; if it throws, nothing has changed.
   */
  putInto(
    owner: string,
    name: string,
    photoIds: string[],
    tell: (transaction: Rows, put: PutInAlbum) => Promise<void>,
  ): Promise<PutInAlbum>;
  /** Throws CONFLICT where another album has the name. */
  change(
    owner: string,
    id: string,
    to: { name?: string; cover?: string | null; byHand?: boolean },
  ): Promise<void>;
  /** Deletes an album. Its photos stay in the library. */
  remove(owner: string, id: string): Promise<void>;
  contents(owner: string, id: string): Promise<AlbumContents>;
  /** Adds photos at the end, and returns those that were not in the album. */
  add(owner: string, id: string, photoIds: string[]): Promise<string[]>;
  /**
   * Takes photos out of an album, and returns those that were in it: a person had put them there, or they are among
   * `found`, which is all that the plan of a living album finds now.
   */
  takeOut(owner: string, id: string, photoIds: string[], found?: string[]): Promise<string[]>;
  /** Moves photos before another one, or to the end. From then on the album is in a person's order. */
  move(owner: string, id: string, photoIds: string[], before: string | null): Promise<void>;
  /** Returns those photos that are shown, the oldest first, those without a date last. */
  byDate(owner: string, photoIds: string[]): Promise<string[]>;
}

/** Two names are one if they differ in nothing but capitals, accents and spaces. */
const albumKey = (name: string): string => fold(name).replace(/\s+/g, " ").trim();

export function createAlbumRows({ rows }: Database<Schema>): AlbumRows {
  async function get(owner: string, id: string, on: Rows = rows): Promise<AlbumRow> {
    const found = await on
      .selectFrom("albums")
      .selectAll()
      .where("id", "=", id)
      .where("owner", "=", owner)
      .executeTakeFirst();
    if (!found) throw new AppError("NOT_FOUND", "There is no such album.");
    return found;
  }

  /** One person may change an album in two windows at once. */
  const changing = <Result>(owner: string, act: (transaction: Rows) => Promise<Result>) =>
    rows.transaction().execute(async (transaction) => {
      await lock(transaction, `albums ${owner}`);
      return act(transaction);
    });

  async function refuseTaken(on: Rows, owner: string, name: string, but: string): Promise<void> {
    const other = await on
      .selectFrom("albums")
      .select("name")
      .where("owner", "=", owner)
      .where("name_key", "=", albumKey(name))
      .where("id", "!=", but)
      .executeTakeFirst();
    if (other) throw new AppError("CONFLICT", `There is an album called “${other.name}” already.`);
  }

  /** Puts photos at the end. Only photos of the owner count, and no parts of others. */
  async function put(on: Rows, owner: string, album: string, photoIds: string[]): Promise<string[]> {
    const shown = new Set(await known(on, owner, photoIds));
    const there = await on
      .selectFrom("album_photos")
      .select(["photo_id", "position", "left_out"])
      .where("album_id", "=", album)
      .execute();
    const kept = new Set(there.filter(({ left_out }) => left_out === 0).map(({ photo_id }) => photo_id));
    const added = [...new Set(photoIds)].filter((id) => shown.has(id) && !kept.has(id));
    let position = there.reduce((most, each) => Math.max(most, each.position), 0);
    await inPages(added, async (page) => {
      await on
        .deleteFrom("album_photos")
        .where("album_id", "=", album)
        .where("photo_id", "in", page)
        .execute();
      return [];
    });
    for (let from = 0; from < added.length; from += atOnce) {
      const values = added
        .slice(from, from + atOnce)
        .map((photo_id) => ({ album_id: album, photo_id, position: ++position, left_out: 0 }));
      await on.insertInto("album_photos").values(values).execute();
    }
    return added;
  }

  /** Notes photos that are taken out of a living album, and returns those that were not left out already. */
  async function leaveOut(
    on: Rows,
    owner: string,
    album: string,
    { put, photoIds, found }: { put: string[]; photoIds: string[]; found: string[] },
  ): Promise<string[]> {
    const isFound = new Set(found);
    const joined = photoIds.filter((id) => isFound.has(id));
    const out = [...new Set([...put, ...(await known(on, owner, joined))])];
    const noted: string[] = [];
    for (let from = 0; from < out.length; from += atOnce) {
      const values = out
        .slice(from, from + atOnce)
        .map((photo_id) => ({ album_id: album, photo_id, position: 0, left_out: 1 }));
      const inserted = await on
        .insertInto("album_photos")
        .values(values)
        .onConflict((conflict) => conflict.doNothing())
        .returning("photo_id")
        .execute();
      noted.push(...inserted.map(({ photo_id }) => photo_id));
    }
    return noted;
  }

  async function insert(
    on: Rows,
    owner: string,
    { name, plan }: Omit<NewAlbum, "photoIds">,
  ): Promise<string> {
    const id = newId();
    await refuseTaken(on, owner, name, id);
    const now = libraryTime();
    const album = { id, owner, name, name_key: albumKey(name), plan, by_hand: 0, cover: null };
    await on
      .insertInto("albums")
      .values({ ...album, created_at: now, updated_at: now })
      .execute();
    return id;
  }

  /** Two changes in the same millisecond get different times, because others see a change by its time (`change-mark.ts`). */
  const touch = (on: Rows, id: string, set: Partial<AlbumsTable> = {}) => {
    const now = libraryTime();
    const later = sql<number>`case when updated_at < ${now} then ${now} else updated_at + 1 end`;
    return on
      .updateTable("albums")
      .set({ ...set, updated_at: later })
      .where("id", "=", id)
      .execute();
  };

  return {
    list: (owner) =>
      rows
        .selectFrom("albums")
        .selectAll()
        .where("owner", "=", owner)
        .orderBy("updated_at", "desc")
        .orderBy("id", "desc")
        .execute(),

    get: (owner, id) => get(owner, id),

    make: (owner, { photoIds, ...album }) =>
      changing(owner, async (transaction) => {
        const id = await insert(transaction, owner, album);
        await put(transaction, owner, id, photoIds);
        return get(owner, id, transaction);
      }),

    putInto: (owner, name, photoIds, tell) =>
      changing(owner, async (transaction) => {
        const named = await transaction
          .selectFrom("albums")
          .select(["id", "name"])
          .where("owner", "=", owner)
          .where("name_key", "=", albumKey(name))
          .executeTakeFirst();
        const album = named ?? { id: await insert(transaction, owner, { name, plan: null }), name };
        const added = await put(transaction, owner, album.id, photoIds);
        if (added.length > 0) await touch(transaction, album.id);
        const done = { ...album, added };
        await tell(transaction, done);
        return done;
      }),

    change: (owner, id, { name, cover, byHand }) =>
      changing(owner, async (transaction) => {
        const album = await get(owner, id, transaction);
        if (byHand && album.plan !== null) throw livingOrder();
        if (name !== undefined) await refuseTaken(transaction, owner, name, id);
        await touch(transaction, id, {
          ...(name !== undefined && { name, name_key: albumKey(name) }),
          ...(cover !== undefined && { cover }),
          ...(byHand !== undefined && { by_hand: byHand ? 1 : 0 }),
        });
      }),

    remove: (owner, id) =>
      changing(owner, async (transaction) => {
        await get(owner, id, transaction);
        await transaction.deleteFrom("album_photos").where("album_id", "=", id).execute();
        await transaction.deleteFrom("albums").where("id", "=", id).execute();
      }),

    async contents(owner, id) {
      await get(owner, id);
      const found = await rows
        .selectFrom("album_photos")
        .select(["photo_id", "left_out"])
        .where("album_id", "=", id)
        .orderBy("position")
        .orderBy("photo_id")
        .execute();
      return {
        photoIds: found.filter(({ left_out }) => left_out === 0).map(({ photo_id }) => photo_id),
        leftOut: new Set(found.filter(({ left_out }) => left_out === 1).map(({ photo_id }) => photo_id)),
      };
    },

    add: (owner, id, photoIds) =>
      changing(owner, async (transaction) => {
        await get(owner, id, transaction);
        const added = await put(transaction, owner, id, photoIds);
        if (added.length > 0) await touch(transaction, id);
        return added;
      }),

    takeOut: (owner, id, photoIds, found = []) =>
      changing(owner, async (transaction) => {
        const { plan, cover } = await get(owner, id, transaction);
        const there = await inPages(photoIds, (page) =>
          transaction
            .deleteFrom("album_photos")
            .where("album_id", "=", id)
            .where("photo_id", "in", page)
            .where("left_out", "=", 0)
            .returning("photo_id")
            .execute(),
        );
        const put = there.map(({ photo_id }) => photo_id);
        const gone = plan === null ? put : await leaveOut(transaction, owner, id, { put, photoIds, found });
        if (gone.length > 0)
          await touch(transaction, id, cover !== null && gone.includes(cover) ? { cover: null } : {});
        return gone;
      }),

    move: (owner, id, photoIds, before) =>
      changing(owner, async (transaction) => {
        const { plan, by_hand } = await get(owner, id, transaction);
        if (plan !== null) throw livingOrder();
        const found = await transaction
          .selectFrom("album_photos")
          .select(["photo_id", "position"])
          .where("album_id", "=", id)
          .orderBy("position")
          .orderBy("photo_id")
          .execute();
        const all = found.map(({ photo_id }) => photo_id);
        // Until somebody moves the first photo, the album is shown by date. Photos in the bin keep a place at the end.
        const seen = by_hand === 1 ? all : [...new Set([...(await byDate(transaction, owner, all)), ...all])];
        const moved = new Set(photoIds);
        const rest = seen.filter((photo) => !moved.has(photo));
        const there = seen.filter((photo) => moved.has(photo));
        const at = before === null ? -1 : rest.indexOf(before);
        const order = at === -1 ? [...rest, ...there] : [...rest.slice(0, at), ...there, ...rest.slice(at)];
        const positions = new Map(found.map(({ photo_id, position }) => [photo_id, position]));
        for (const [place, photo] of order.entries()) {
          if (positions.get(photo) === place + 1) continue;
          await transaction
            .updateTable("album_photos")
            .set({ position: place + 1 })
            .where("album_id", "=", id)
            .where("photo_id", "=", photo)
            .execute();
        }
        await touch(transaction, id, { by_hand: 1 });
      }),

    byDate: (owner, photoIds) => byDate(rows, owner, photoIds),
  };
}

async function byDate(on: Rows, owner: string, photoIds: string[]): Promise<string[]> {
  const found = await inPages(photoIds, (page) =>
    // The owner is checked below, because SQLite would look through all of the owner's photos for each page.
    on
      .selectFrom("photos")
      .select(["id", "owner", "deleted_at", "role", "sort_at", "taken_day"])
      .where("id", "in", page)
      .execute(),
  );
  return found
    .filter((photo) => photo.owner === owner && isShown(photo))
    .map(({ id, sort_at, taken_day }) => ({ id, at: Number(sort_at), isUndated: Number(taken_day) === 0 }))
    .sort((a, b) => Number(a.isUndated) - Number(b.isUndated) || a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Rows that one statement inserts. */
const atOnce = 500;

/** Returns those photos that are in the library, also in its bin. */
async function known(on: Rows, owner: string, photoIds: string[]): Promise<string[]> {
  const found = await inPages([...new Set(photoIds)], (page) =>
    on.selectFrom("photos").select(["id", "owner", "role"]).where("id", "in", page).execute(),
  );
  return found.filter((photo) => photo.owner === owner && photo.role === null).map(({ id }) => id);
}

function livingOrder(): AppError {
  return new AppError("BAD_REQUEST", "A living album is in the order of the dates.");
}
