import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTRPC } from "#app/api/client.ts";
import { words } from "#app/words/words.ts";
import type { Turn } from "#server/search/types.ts";
import { isSaid } from "./sentence.tsx";
import { useTurnWords } from "./turn-words.tsx";
import { useSend } from "./use-send.ts";

/** Offers up to three sentences that narrow the newest answer. The server has tried each of them. */
export default function FollowUps({ turn, conversationId }: { turn: Turn; conversationId: string }) {
  const trpc = useTRPC();
  const turnWords = useTurnWords();
  const send = useSend(conversationId);
  const id = useId();
  const isWanted = turn.state === "done" && turn.total > 1 && !isSaid(turn);
  const { data } = useQuery({
    ...trpc.conversations.followUps.queryOptions({ turnId: turn.id }),
    enabled: isWanted,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isWanted || !data || data.items.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-5 animate-fade-in">
      <h3 id={id} className="sr-only">
        {turnWords.followUps}
      </h3>
      <ul className="flex flex-wrap gap-2">
        {data.items.map(({ text, photos }) => (
          <li key={text}>
            <button
              type="button"
              onClick={() => void send(text)}
              className="flex h-9 items-center gap-2 rounded-full px-3.5 text-sm inset-ring inset-ring-line-2 transition-colors hover:bg-fill pointer-coarse:h-11"
            >
              <span className="max-w-72 truncate font-medium">{text}</span>
              <span aria-hidden className="text-ink-2">
                {words.count(photos)}
              </span>
              <span className="sr-only">, {turnWords.photos(photos)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
