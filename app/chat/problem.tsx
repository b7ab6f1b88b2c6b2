import { CloudOff } from "lucide-react";
import { useTurnWords } from "./turn-words.tsx";

/** Says what went wrong and offers to try again. */
export function Problem({ reason, onRetry }: { reason: string; onRetry(): void }) {
  const turnWords = useTurnWords();
  return (
    <div role="alert" className="flex max-w-(--measure) items-start gap-2 text-ink-2">
      <CloudOff size={16} aria-hidden className="mt-1 text-danger" />
      <p>
        {reason}{" "}
        <button type="button" onClick={onRetry} className="link -my-1 py-1">
          {turnWords.retry}
        </button>
      </p>
    </div>
  );
}
