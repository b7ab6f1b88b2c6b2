import { useNavigate } from "@remix-run/react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import { markRemoved } from "#app/library/removed-photos.ts";
import type { ChangesToSend } from "#app/library/use-photo-edits.ts";
import { uuid } from "#app/ui/uuid.ts";
import { editWords } from "#app/words/edit-words.ts";
import { libraryWords } from "#app/words/library-words.ts";
import type { Photo } from "#server/library/photo.ts";
import type { ShelfPhoto } from "#server/library/shelf-photo.ts";
import { downloadPhotos } from "./download-photos.ts";
import type { Notices } from "./notice.tsx";

export interface ShelfEdits {
  /** Resolves to whether it was done; the person is told what went wrong. */
  edit(ids: string[], changes: ChangesToSend, words: (photos: number) => string): Promise<boolean>;
  remove(ids: string[]): Promise<boolean>;
  restore(ids: string[]): Promise<boolean>;
  discard(ids: string[] | "all"): Promise<boolean>;
  download(ids: string[]): Promise<boolean>;
  /** Opens a conversation among these photos. */
  ask(ids: string[]): Promise<boolean>;
  /** Loads the shelves on the screen anew. */
  refresh(): Promise<void>;
}

/** The actions on the chosen photos. Each tells the person what it did, and most can be taken back. */
export function useShelfEdits({ tell, fail }: Notices): ShelfEdits {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  const refresh = useCallback(async () => {
    await queryClient.invalidateQueries(trpc.shelves.pathFilter());
    void queryClient.invalidateQueries(trpc.conversations.get.queryFilter());
    void queryClient.invalidateQueries(trpc.search.run.queryFilter());
    void queryClient.invalidateQueries(trpc.albums.pathFilter());
    void queryClient.invalidateQueries(trpc.system.status.queryFilter());
  }, [queryClient, trpc]);

  async function tried(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }

  /**
   * Shows the change before the server has answered. Returns a function that shows the old state, in case it refuses.
   */
  function expect(ids: string[], { favourite, rating }: ChangesToSend): () => void {
    if (favourite === undefined && rating === undefined) return () => {};
    const marks = { ...(favourite !== undefined && { favourite }), ...(rating !== undefined && { rating }) };
    const among = new Set(ids);
    queryClient.setQueriesData<{ items: ShelfPhoto[] }>(
      trpc.shelves.page.queryFilter(),
      (page) =>
        page && {
          items: page.items.map((photo) => (among.has(photo.id) ? { ...photo, ...marks } : photo)),
        },
    );
    // Tiles of answers show what is known of each photo.
    const known = ids.flatMap((id) => queryClient.getQueryData(trpc.photos.get.queryKey({ id })) ?? []);
    const show = (photo: Photo) =>
      queryClient.setQueryData(trpc.photos.get.queryKey({ id: photo.id }), photo);
    for (const photo of known) show({ ...photo, ...marks });
    return () => known.forEach(show);
  }

  async function restore(ids: string[]): Promise<void> {
    const { restored } = await client.photos.restore.mutate({ ids });
    for (const id of ids) markRemoved(id, false);
    tell({ text: libraryWords.restored(restored) });
    await refresh();
  }

  return {
    refresh,
    restore: (ids) => tried(() => restore(ids)),

    edit: (ids, changes, words) =>
      tried(async () => {
        const takeMarksOff = expect(ids, changes);
        try {
          const { edited, undo } = await client.photos.edit.mutate({ ...changes, id: uuid(), ids });
          const takeBack = async () => {
            const { undone } = await client.photos.undo.mutate({ edit: undo });
            tell({ text: undone > 0 ? editWords.undone : editWords.notUndone });
            await refresh();
          };
          tell({ text: words(edited), undo: () => void tried(takeBack) });
        } catch (error) {
          takeMarksOff();
          throw error;
        } finally {
          await refresh();
        }
      }),

    remove: (ids) =>
      tried(async () => {
        const { removed } = await client.photos.remove.mutate({ ids });
        for (const id of ids) markRemoved(id, true);
        tell({ text: libraryWords.removed(removed), undo: () => void tried(() => restore(ids)) });
        await refresh();
      }),

    discard: (ids) =>
      tried(async () => {
        const { discarded } = await client.photos.discard.mutate({ ids });
        tell({ text: libraryWords.binned.discarded(discarded) });
        await refresh();
      }),

    download: (ids) =>
      tried(async () => {
        const begun = await downloadPhotos(ids);
        if (begun && "problem" in begun) tell({ text: begun.problem, isProblem: true });
        else if (begun) tell({ text: libraryWords.downloading(begun.photos, begun.bytes, begun.leftOut) });
      }),

    ask: (ids) =>
      tried(async () => {
        const conversationId = uuid();
        const text = libraryWords.asked(ids.length);
        await client.conversations.among.mutate({ conversationId, turnId: uuid(), text, photoIds: ids });
        tellOtherTabs();
        void queryClient.invalidateQueries(trpc.conversations.list.queryFilter());
        navigate(`/c/${conversationId}`);
      }),
  };
}
