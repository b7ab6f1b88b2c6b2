import { CloudOff, Hourglass } from "lucide-react";
import { connection } from "#app/api/connection.ts";
import { useStore } from "#app/ui/store.ts";
import { words } from "#app/words/words.ts";
import { changeDraft, type Draft } from "./draft.ts";

interface ComposerNoteProps {
  draft: Draft;
  /** The number of the question's photos that are still uploading. */
  uploading: number;
  /** True while an answer runs. */
  running: boolean;
  onRetry(): void;
}

/** Shows one line above the draft: why it has not been sent, and what to do. */
export function ComposerNote({ draft, uploading, running, onRetry }: ComposerNoteProps) {
  const lost = useStore(connection, (state) => state === "lost");
  if (draft.problem || lost) {
    return (
      <p role="alert" className="flex items-start gap-2 px-3 pt-2 pb-1 text-ink-2 text-sm">
        <CloudOff size={16} aria-hidden className="mt-0.5 text-danger" />
        <span>
          {typeof draft.problem === "object" && draft.problem ? draft.problem.reason : words.offline.kept}{" "}
          <button type="button" onClick={onRetry} className="link -my-1 py-1">
            {words.offline.retry}
          </button>
        </span>
      </p>
    );
  }
  if (!draft.waiting || (uploading === 0 && !running)) return null;
  return (
    <p role="status" className="flex items-start gap-2 px-3 pt-2 pb-1 text-ink-2 text-sm">
      <Hourglass size={16} aria-hidden className="mt-0.5 text-ink-3" />
      <span>
        {uploading > 0 ? words.composer.waiting(uploading) : words.composer.queued}{" "}
        <button type="button" onClick={() => changeDraft({ waiting: false })} className="link -my-1 py-1">
          {words.composer.keepWaiting}
        </button>
      </span>
    </p>
  );
}
