import { AppError } from "../errors.ts";
import type { AlbumRow, AlbumRows } from "../library/album-rows.ts";
import type { Conversations } from "../library/conversations.ts";
import { type Remembered, searched } from "./remembered.ts";
import { type SearchPlan, searchPlan } from "./types.ts";

export interface AlbumItem {
  id: string;
  name: string;
  /** True if its photos are those that a question finds, so that new photos join it. */
  isLiving: boolean;
  order: "hand" | "date";
  photos: number;
  /** The photo that stands for it; null while it is empty. */
  cover: string | null;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

export interface AlbumInput {
  name: string;
  photoIds?: string[];
  /** The answer that it is made from: of a living album the plan, of any other the photos. */
  turnId?: string;
  living?: boolean;
}

/** Photos that a person puts together, by name. All of it throws NOT_FOUND where there is no such album. */
export interface Albums {
  list(owner: string): Promise<AlbumItem[]>;
  get(owner: string, id: string): Promise<AlbumItem>;
  /** The albums that show this photo, living ones too, by their names. */
  withPhoto(owner: string, photoId: string): Promise<Pick<AlbumItem, "id" | "name">[]>;
  /** Throws CONFLICT where the name is taken, BAD_REQUEST where an answer has no plan to keep. */
  make(owner: string, input: AlbumInput): Promise<AlbumItem>;
  /** Throws CONFLICT where the name is taken. */
  change(
    owner: string,
    id: string,
    to: { name?: string; cover?: string | null; order?: AlbumItem["order"] },
  ): Promise<AlbumItem>;
  remove(owner: string, id: string): Promise<void>;
  /** Returns the photos that were not in the album. */
  add(owner: string, id: string, photoIds: string[]): Promise<string[]>;
  /** Returns the photos that were in the album. */
  takeOut(owner: string, id: string, photoIds: string[]): Promise<string[]>;
  move(owner: string, id: string, photoIds: string[], before: string | null): Promise<void>;
  /** The photos of an album that are shown, in its order. */
  photosOf(owner: string, id: string): Promise<string[]>;
}

/**
 * Albums as a turn of a conversation uses them. A type of its own, because other programs see the types of `Albums`.
 */
export type AlbumsOfTurns = Albums & Pick<AlbumRows, "putInto">;

interface AlbumNeeds {
  rows: AlbumRows;
  conversations: Pick<Conversations, "turn">;
  /** All photos that a plan finds now. */
  findAll(owner: string, plan: SearchPlan): Promise<string[]>;
  /** All photos of an answer. */
  photosOfSet(owner: string, resultSetId: string): Promise<string[]>;
  remembered: Remembered;
}

export function createAlbums(needs: AlbumNeeds): AlbumsOfTurns {
  const { rows, conversations, findAll, photosOfSet, remembered } = needs;
  const foundBy = (owner: string, plan: string) => findAll(owner, searchPlan.parse(JSON.parse(plan)));
  const photosIn = (owner: string, album: AlbumRow) =>
    remembered.get(owner, { ...searched, key: `album ${album.id}` }, () => lookIn(owner, album));

  async function lookIn(owner: string, album: AlbumRow): Promise<string[]> {
    const { photoIds, leftOut } = await rows.contents(owner, album.id);
    if (album.plan === null) {
      const byDate = await rows.byDate(owner, photoIds);
      if (album.by_hand === 0) return byDate;
      const shown = new Set(byDate);
      return photoIds.filter((id) => shown.has(id));
    }
    const joined = (await foundBy(owner, album.plan)).filter((id) => !leftOut.has(id));
    return rows.byDate(owner, [...new Set([...joined, ...photoIds])]);
  }

  async function toItem(owner: string, album: AlbumRow): Promise<AlbumItem> {
    const photos = await photosIn(owner, album);
    const isCoverThere = album.cover !== null && photos.includes(album.cover);
    return {
      id: album.id,
      name: album.name,
      isLiving: album.plan !== null,
      order: album.by_hand === 1 ? "hand" : "date",
      photos: photos.length,
      cover: isCoverThere ? album.cover : (photos[0] ?? null),
      updatedAt: new Date(Number(album.updated_at)).toISOString(),
    };
  }

  /** Returns an answer as the start of an album: its photos as they are, or the plan behind them. */
  async function answer(owner: string, turnId: string, isLiving: boolean) {
    const { plan, result_set_id } = await conversations.turn(owner, turnId);
    if (plan === null || result_set_id === null)
      throw new AppError("BAD_REQUEST", "This answer has no photos to make an album of.");
    if (!isLiving) return { plan: null, photoIds: await photosOfSet(owner, result_set_id) };
    // An album keeps only the part of the plan that says which photos belong to it.
    const kept: SearchPlan = {
      ...searchPlan.parse(plan),
      intent: "search",
      act: null,
      ask: null,
      undoes: null,
    };
    return { plan: JSON.stringify(kept), photoIds: [] };
  }

  return {
    async list(owner) {
      const albums = await rows.list(owner);
      return Promise.all(albums.map((album) => toItem(owner, album)));
    },

    get: async (owner, id) => toItem(owner, await rows.get(owner, id)),

    async withPhoto(owner, photoId) {
      const albums = await rows.list(owner);
      const shown = await Promise.all(albums.map((album) => photosIn(owner, album)));
      return albums
        .filter((_, at) => shown[at]?.includes(photoId))
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name));
    },

    async make(owner, { name, photoIds = [], turnId, living = false }) {
      if (living && turnId === undefined)
        throw new AppError("BAD_REQUEST", "A living album is made from an answer.");
      const from = turnId === undefined ? null : await answer(owner, turnId, living);
      const album = { name, plan: from?.plan ?? null, photoIds: [...(from?.photoIds ?? []), ...photoIds] };
      return toItem(owner, await rows.make(owner, album));
    },

    putInto: rows.putInto,

    async change(owner, id, { name, cover, order }) {
      await rows.change(owner, id, {
        ...(name !== undefined && { name }),
        ...(cover !== undefined && { cover }),
        ...(order !== undefined && { byHand: order === "hand" }),
      });
      return toItem(owner, await rows.get(owner, id));
    },

    remove: rows.remove,
    add: rows.add,
    async takeOut(owner, id, photoIds) {
      const { plan } = await rows.get(owner, id);
      return rows.takeOut(owner, id, photoIds, plan === null ? [] : await foundBy(owner, plan));
    },
    move: rows.move,
    photosOf: async (owner, id) => photosIn(owner, await rows.get(owner, id)),
  };
}
