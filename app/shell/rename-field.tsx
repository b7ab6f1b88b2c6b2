import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTRPC } from "#app/api/client.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import { words } from "#app/words/words.ts";
import type { ConversationItem } from "#server/search/types.ts";
import { titleOf } from "./title.ts";

/** Edits the title. Enter or leaving the field saves it; Esc discards it. */
export default function RenameField({ item, onDone }: { item: ConversationItem; onDone(): void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  const rename = useMutation(
    trpc.conversations.rename.mutationOptions({
      onSuccess: tellOtherTabs,
      onSettled: () => queryClient.invalidateQueries(trpc.conversations.list.queryFilter()),
    }),
  );

  useEffect(() => field.current?.select(), []);

  function leave(save: boolean): void {
    if (left.current) return;
    left.current = true;
    const title = field.current?.value.trim() ?? "";
    if (save && title !== "" && title !== item.title) {
      queryClient.setQueryData(trpc.conversations.list.queryKey(), (list) => ({
        items: (list?.items ?? []).map((other) => (other.id === item.id ? { ...other, title } : other)),
      }));
      rename.mutate({ id: item.id, title });
    }
    onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) leave(true);
    if (event.key === "Escape") {
      event.stopPropagation();
      leave(false);
    }
  }

  return (
    <input
      ref={field}
      defaultValue={titleOf(item)}
      maxLength={200}
      aria-label={words.conversation.name}
      onKeyDown={onKeyDown}
      onBlur={() => leave(true)}
      className="h-8 w-full rounded-control bg-surface px-2.5 outline-2 outline-accent pointer-coarse:h-11 pointer-coarse:text-[1rem]"
    />
  );
}
