import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import type { HistoryItem } from "#server/search/types.ts";

/** Pins a conversation to the top of the list, or lets it go. */
export function usePin({ id, pinned }: HistoryItem): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const pin = useMutation(
    trpc.conversations.pin.mutationOptions({
      onSuccess: tellOtherTabs,
      onSettled: () => queryClient.invalidateQueries(trpc.conversations.list.queryFilter()),
    }),
  );
  return () => pin.mutate({ id, pinned: !pinned });
}
