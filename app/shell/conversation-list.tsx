import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { useHints } from "#app/ui/hints.tsx";
import { useDelayed } from "#app/ui/use-delayed.ts";
import { dateGroup } from "#app/words/dates.ts";
import { words } from "#app/words/words.ts";
import type { HistoryItem } from "#server/search/types.ts";
import { ConversationEntry } from "./conversation-entry.tsx";

/** A shorter history is seen at a glance and needs no search. */
const searchedFrom = 5;
/** ms without a key, after which the history is searched. */
const pause = 150;

/** Lists all conversations: pinned ones first, then the newest, grouped by the day or month of their last question. */
export function ConversationList() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.conversations.list.queryOptions());
  const { now, timeZone } = useHints();
  const [typed, setTyped] = useState("");
  const isSearched = typed.trim() !== "";
  const groups = Map.groupBy(data.items, (item: HistoryItem) =>
    item.pinned ? words.conversation.pinned : dateGroup(item.updatedAt, now, timeZone),
  );
  if (data.items.length === 0)
    return <p className="mt-5 px-2.5 text-ink-3 text-xs">{words.shell.noHistory}</p>;
  return (
    <>
      {data.items.length >= searchedFrom && (
        <label className="mt-4 flex h-8 shrink-0 items-center gap-2 rounded-control bg-fill px-2.5 has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11">
          <Search size={14} strokeWidth={2} aria-hidden className="shrink-0 text-ink-3" />
          <input
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && setTyped("")}
            maxLength={300}
            aria-label={words.conversation.search}
            placeholder={words.conversation.search}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 pointer-coarse:text-[1rem]"
          />
        </label>
      )}
      <div className="-mx-1 mt-4 min-h-0 flex-1 overflow-y-auto px-1">
        {isSearched ? (
          <FoundConversations text={typed.trim()} />
        ) : (
          [...groups].map(([group, items]) => (
            <section key={group} className="mb-4.5">
              <h2 className="mb-1 px-2.5 font-medium text-ink-3 text-xs">{group}</h2>
              <ul className="grid gap-px">
                {items.map((item) => (
                  <ConversationEntry key={item.id} item={item} />
                ))}
              </ul>
            </section>
          ))
        )}
      </div>
    </>
  );
}

/** Lists the conversations whose title or questions have the words. */
function FoundConversations({ text }: { text: string }) {
  const trpc = useTRPC();
  const asked = useDelayed(text, pause);
  const { data } = useQuery({
    ...trpc.conversations.find.queryOptions({ text: asked, limit: 50 }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!data) return null;
  return (
    <>
      <p role="status" className={data.items.length > 0 ? "sr-only" : "px-2.5 text-ink-3 text-xs"}>
        {data.items.length > 0 ? words.conversation.found(data.items.length) : words.conversation.foundNone}
      </p>
      <ul className="grid gap-px">
        {data.items.map((item) => (
          <ConversationEntry key={item.id} item={item} matched={item.matched} />
        ))}
      </ul>
    </>
  );
}
