import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { words } from "#app/words/words.ts";
import type { Turn } from "#server/search/types.ts";
import { useTurnWords } from "./turn-words.tsx";
import { useSend } from "./use-send.ts";

interface BreakdownTableProps {
  turn: Turn;
  conversationId: string;
}

/** Shows how many photos there are of each year, camera or the like; a click on a row asks for its photos. */
export default function BreakdownTable({ turn, conversationId }: BreakdownTableProps) {
  const trpc = useTRPC();
  const turnWords = useTurnWords();
  const send = useSend(conversationId);
  const { data } = useQuery({
    ...trpc.conversations.table.queryOptions({ turnId: turn.id }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data || data.rows.length === 0) return null;
  const most = Math.max(...data.rows.map(({ photos }) => photos));
  return (
    <table className="mt-3 mb-5 w-full max-w-(--measure) border-collapse text-sm">
      <caption className="sr-only">{turnWords.table(turnWords.groupings[data.by])}</caption>
      <thead>
        <tr className="border-line border-b text-ink-2">
          <th scope="col" className="py-2 pr-3 text-left font-medium">
            {turnWords.groupings[data.by]}
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            {turnWords.tablePhotos}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map(({ name, called, says, photos }) => (
          <tr key={name} className="border-line border-b">
            <th scope="row" className="py-0 pr-3 text-left font-normal">
              <button type="button" onClick={() => void send(says)} className="link min-h-9 py-1.5 text-left">
                {called}
              </button>
            </th>
            <td className="relative w-2/5 py-1.5 text-right tabular-nums">
              <span
                aria-hidden
                className="absolute inset-y-2 right-0 rounded-sm bg-fill"
                style={{ width: `${(100 * photos) / most}%` }}
              />
              <span className="relative pr-2">{words.count(photos)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
