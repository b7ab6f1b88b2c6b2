import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { useHints } from "#app/ui/hints.tsx";
import { dateGroup } from "#app/words/dates.ts";
import { words } from "#app/words/words.ts";
import type { ConversationItem } from "#server/search/types.ts";
import { ConversationEntry } from "./conversation-entry.tsx";

/** Lists all conversations, newest first, grouped by the day or month of their last question. */
export function ConversationList() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.conversations.list.queryOptions());
  const { now, timeZone } = useHints();
  const groups = Map.groupBy(data.items, (item: ConversationItem) =>
    dateGroup(item.updatedAt, now, timeZone),
  );
  if (data.items.length === 0)
    return <p className="mt-5 px-2.5 text-ink-3 text-xs">{words.shell.noHistory}</p>;
  return (
    <div className="-mx-1 mt-5 min-h-0 flex-1 overflow-y-auto px-1">
      {[...groups].map(([group, items]) => (
        <section key={group} className="mb-4.5">
          <h2 className="mb-1 px-2.5 font-medium text-ink-3 text-xs">{group}</h2>
          <ul className="grid gap-px">
            {items.map((item) => (
              <ConversationEntry key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
