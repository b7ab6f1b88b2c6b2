import type { Turn } from "#server/search/types.ts";
import { useTurnWords } from "./turn-words.tsx";
import { useSend } from "./use-send.ts";

/** Offers, where no photo shows everything together, to see the photos of each thing alone. */
export function ConceptCounts({ turn, conversationId }: { turn: Turn; conversationId: string }) {
  const turnWords = useTurnWords();
  const send = useSend(conversationId);
  const counts = turn.total === 0 && turn.state === "done" ? (turn.found?.counts ?? []) : [];
  const some = counts.filter(({ photos }) => photos > 0);
  if (counts.length < 2 || some.length === 0) return null;
  return (
    <ul className="mt-1 mb-3 flex flex-wrap gap-2" aria-label={turnWords.each}>
      {some.map(({ words: thing, photos }) => (
        <li key={thing}>
          <button
            type="button"
            onClick={() => void send(thing)}
            className="rounded-full px-3.5 py-1.5 text-sm bg-fill hover:bg-fill-2"
          >
            {turnWords.showThing(thing, photos)}
          </button>
        </li>
      ))}
    </ul>
  );
}
