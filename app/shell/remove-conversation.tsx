import { useNavigate, useParams } from "@remix-run/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { words } from "#app/words/words.ts";
import type { ConversationItem } from "#server/search/types.ts";
import { titleOf } from "./title.ts";

/** Asks before a conversation is deleted. */
export default function RemoveConversation({ item, onClose }: { item: ConversationItem; onClose(): void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { id: shownId } = useParams();
  const remove = useMutation(
    trpc.conversations.remove.mutationOptions({
      onSuccess() {
        tellOtherTabs();
        queryClient.setQueryData(trpc.conversations.list.queryKey(), (list) => ({
          items: (list?.items ?? []).filter((other) => other.id !== item.id),
        }));
        if (shownId === item.id) navigate("/");
        onClose();
      },
    }),
  );
  return (
    <Confirm
      title={words.conversation.removeTitle}
      body={words.conversation.removeBody(titleOf(item))}
      yes={words.conversation.remove}
      error={remove.error}
      busy={remove.isPending}
      onYes={() => remove.mutate({ id: item.id })}
      onClose={onClose}
    />
  );
}
