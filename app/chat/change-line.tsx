import type { Turn } from "#server/search/types.ts";
import { useTurnWords } from "./turn-words.tsx";
import { useSend } from "./use-send.ts";

interface ChangeLineProps {
  turn: Turn;
  conversationId: string;
  /** True if this is the latest turn, which can be taken back. */
  last: boolean;
}

/** Says in one line below a question what it changed of the search before it: "Lisbon instead of Porto". */
export function ChangeLine({ turn, conversationId, last }: ChangeLineProps) {
  const turnWords = useTurnWords();
  const send = useSend(conversationId);
  const changed = turn.plan?.changed;
  if (!turn.plan || !changed) return null;
  const { language } = turn.plan;
  return (
    <p className="mt-1 text-ink-2 text-sm">
      {turnWords.changedBy(changed.gone, changed.came)}
      {last && turn.state === "done" && (
        <button
          type="button"
          onClick={() => void send(turnWords.undoing[language])}
          className="link -my-1 ml-2 py-1"
        >
          {turnWords.undo}
        </button>
      )}
    </p>
  );
}
