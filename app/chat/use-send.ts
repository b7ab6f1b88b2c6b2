import { useNavigate } from "@remix-run/react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { isOffline, reasonOf } from "#app/api/errors.ts";
import { uuid } from "#app/ui/uuid.ts";
import { changeDraft, draft, isAskedWith, keepDraft } from "./draft.ts";
import { ask } from "./live-turns.ts";
import { isActive, isSettled } from "./upload-queue.ts";
import { uploads } from "./uploads.ts";

/**
 * Sends the draft to this conversation, or to a new one that the page then opens. While photos of the question are
 * still uploading, it only notes that the draft waits. Text and photos are kept until the server has received them.
 */
export function useSend(conversationId?: string): (example?: string) => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const trpc = useTRPC();

  const begin = useCallback(async (): Promise<string> => {
    const conversation = await client.conversations.create.mutate({ id: uuid() });
    queryClient.setQueryData(trpc.conversations.get.queryKey({ id: conversation.id }), {
      ...conversation,
      turns: [],
    });
    navigate(`/c/${conversation.id}`);
    return conversation.id;
  }, [navigate, queryClient, trpc]);

  return useCallback(
    async (example) => {
      const { text: written, askWith, sending } = draft.get();
      if (sending) return;
      const list = uploads.store.get();
      const withPhotos = example === undefined && isAskedWith(list, askWith);
      if (withPhotos && list.some(isActive)) return changeDraft({ waiting: true });
      const photos = withPhotos ? list.flatMap((upload) => upload.photo ?? []) : [];
      const text = (example ?? written).trim();
      if (text === "" && photos.length === 0) return changeDraft({ waiting: false });

      changeDraft({
        text: example === undefined ? "" : written,
        waiting: false,
        sending: true,
        problem: null,
      });
      try {
        await ask(conversationId ?? (await begin()), uuid(), { text, photos });
        changeDraft({ askWith: null });
        keepDraft(draft.get().text);
        if (example === undefined) uploads.remove(list.filter(isSettled).map((upload) => upload.id));
        void queryClient.invalidateQueries(trpc.conversations.list.queryFilter());
      } catch (error) {
        const since = draft.get().text;
        changeDraft({
          text: example === undefined ? [text, since].filter(Boolean).join("\n") : since,
          problem: isOffline(error) ? "offline" : { reason: reasonOf(error) },
        });
      } finally {
        changeDraft({ sending: false });
      }
    },
    [conversationId, begin, queryClient, trpc],
  );
}
