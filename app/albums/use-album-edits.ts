import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import type { Notices } from "#app/shelf/notice.tsx";
import { albumWords } from "#app/words/album-words.ts";
import type { AlbumItem } from "#server/search/albums.ts";

type Named = Pick<AlbumItem, "id" | "name">;

export interface AlbumEdits {
  /** Resolves to whether it was done; the person is told what went wrong. */
  add(album: Named, photoIds: string[]): Promise<boolean>;
  make(name: string, photoIds: string[]): Promise<boolean>;
  takeOut(album: Named, photoIds: string[]): Promise<boolean>;
  setCover(album: Named, photoId: string): Promise<boolean>;
  order(album: Named, order: AlbumItem["order"]): Promise<boolean>;
}

/** The actions on photos of albums. Each tells the person what it did, with a button that takes it back. */
export function useAlbumEdits({ tell, fail }: Pick<Notices, "tell" | "fail">): AlbumEdits {
  const refresh = useAlbumRefresh();

  async function tried(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      await refresh();
    }
  }

  async function add(album: Named, photoIds: string[]): Promise<void> {
    const { added } = await client.albums.add.mutate({ id: album.id, photoIds });
    const undo = added.length > 0 && { undo: () => void tried(() => takeOut(album, added)) };
    tell({ text: albumWords.added(album.name, added.length), ...undo });
  }

  async function takeOut(album: Named, photoIds: string[]): Promise<void> {
    const { taken } = await client.albums.takeOut.mutate({ id: album.id, photoIds });
    const undo = taken.length > 0 && { undo: () => void tried(() => add(album, taken)) };
    tell({ text: albumWords.taken(album.name, taken.length), ...undo });
  }

  return {
    add: (album, photoIds) => tried(() => add(album, photoIds)),
    takeOut: (album, photoIds) => tried(() => takeOut(album, photoIds)),

    make: (name, photoIds) =>
      tried(async () => {
        const album = await client.albums.make.mutate({ name, photoIds });
        const remove = async () => {
          await client.albums.remove.mutate({ id: album.id });
          tell(null);
        };
        tell({ text: albumWords.madeOf(album.name, album.photos), undo: () => void tried(remove) });
      }),

    setCover: ({ id, name }, cover) =>
      tried(async () => {
        await client.albums.change.mutate({ id, cover });
        tell({ text: albumWords.covered(name) });
      }),

    order: ({ id }, order) =>
      tried(async () => {
        await client.albums.change.mutate({ id, order });
      }),
  };
}

/** Loads albums, and the shelves that show them, anew. */
export function useAlbumRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    void queryClient.invalidateQueries(trpc.albums.pathFilter());
    await queryClient.invalidateQueries(trpc.shelves.pathFilter());
  }, [queryClient, trpc]);
}
