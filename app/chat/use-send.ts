import { useNavigate } from "@remix-run/react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "#app/api/client.ts";
import { isOffline, reasonOf } from "#app/api/errors.ts";
import { uuid } from "#app/ui/uuid.ts";
import { changeDraft, draft, isAskedWith, keepDraft, lengthOf, longestQuestion } from "./draft.ts";
import { ask } from "./live-turns.ts";
import { isActive, isSettled } from "./upload-queue.ts";
import { clearAside, uploads } from "./uploads.ts";
import { wholesAmong } from "./wholes.ts";

/**
 * Sends the draft to this conversation, or to a new one that the page then opens. While photos of the question are
 * still uploading, it only notes that the draft waits. Text and photos are kept until the server has received them.
 */
export function useSend(conversationId?: string): (example?: string) => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const trpc = useTRPC();

  /** Opens the page of a conversation that the server makes with its first question; returns the way back. */
  const open = useCallback(
    (id: string): (() => void) => {
      const { queryKey } = trpc.conversations.get.queryOptions({ id });
      queryClient.setQueryData(queryKey, {
        ...{ id, title: "", turns: [], pinned: false },
        updatedAt: new Date().toISOString(),
      });
      const from = location.pathname;
      navigate(`/c/${id}`);
      return () => {
        // While the page's code is still being fetched we are where we were, and going there stops the page from coming.
        const isOnItsWay = location.pathname === from;
        if (isOnItsWay || location.pathname === `/c/${id}`)
          navigate(isOnItsWay ? from : "/", { replace: true });
        queryClient.removeQueries({ queryKey });
      };
    },
    [navigate, queryClient, trpc],
  );

  return useCallback(
    async (example) => {
      const { text: written, askWith, sending } = draft.get();
      if (sending) return;
      const list = uploads.store.get();
      const withPhotos = example === undefined && isAskedWith(list, askWith);
      if (withPhotos && list.some(isActive)) return changeDraft({ waiting: true });
      const photos = withPhotos ? wholesAmong(list).flatMap((upload) => upload.photo ?? []) : [];
      const text = (example ?? written).trim();
      const isSendable = (text !== "" || photos.length > 0) && lengthOf(text) <= longestQuestion;
      if (!isSendable) return changeDraft({ waiting: false });

      changeDraft({
        text: example === undefined ? "" : written,
        waiting: false,
        sending: true,
        problem: null,
      });
      const id = conversationId ?? uuid();
      const leave = conversationId === undefined ? open(id) : null;
      try {
        await ask(id, uuid(), { text, photos, begins: leave !== null });
        changeDraft({ askWith: null });
        keepDraft(draft.get().text);
        clearAside();
        if (example === undefined) uploads.remove(list.filter(isSettled).map((upload) => upload.id));
        void queryClient.invalidateQueries(trpc.conversations.list.queryFilter());
      } catch (error) {
        leave?.();
        const since = draft.get().text;
        changeDraft({
          text: example === undefined ? [text, since].filter(Boolean).join("\n") : since,
          problem: isOffline(error) ? "offline" : { reason: reasonOf(error) },
        });
      } finally {
        changeDraft({ sending: false });
      }
    },
    [conversationId, open, queryClient, trpc],
  );
}
