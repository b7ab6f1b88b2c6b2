import { useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import type { Turn } from "#server/search/types.ts";
import { focusComposer } from "./focus-composer.ts";
import { takeEditBack } from "./live-turns.ts";
import { useTurnWords } from "./turn-words.tsx";

/** Says below an edited question that later turns are gone, and brings them back. */
export function EditNote({ turn, conversationId }: { turn: Turn; conversationId: string }) {
  const turnWords = useTurnWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function undo(): Promise<void> {
    setBusy(true);
    setProblem(null);
    // The button disappears, so the focus needs another place.
    focusComposer();
    await takeEditBack(conversationId, turn.id).catch((error: unknown) => setProblem(reasonOf(error)));
    setBusy(false);
  }

  return (
    <p role="status" className="mt-1 text-ink-3 text-sm">
      {turnWords.edited(turn.replaced - 1)}{" "}
      <button type="button" disabled={isBusy} onClick={() => void undo()} className="link -my-1 py-1">
        {turnWords.undoEdit}
      </button>
      {problem && (
        <span role="alert" className="ml-2 text-danger">
          {problem}
        </span>
      )}
    </p>
  );
}
