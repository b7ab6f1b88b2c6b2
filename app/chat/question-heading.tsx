import { Pencil } from "lucide-react";
import type { Turn } from "#server/search/types.ts";
import { editedTurn } from "./edited-turn.ts";
import { useTurnWords } from "./turn-words.tsx";

interface QuestionHeadingProps {
  turn: Turn;
  headingId: string;
  /** Called when the pencil may soon be pressed. */
  onPoint?(): void;
}

/** Shows a question as the heading of its turn, and a pencil to edit it. */
export function QuestionHeading({ turn, headingId, onPoint }: QuestionHeadingProps) {
  const turnWords = useTurnWords();
  return (
    <div className="group/question flex items-start gap-1">
      <h2
        id={headingId}
        className="max-w-190 text-balance font-semibold text-xl tracking-title [overflow-wrap:anywhere]"
      >
        {turn.text || turnWords.photosOnly(turn.photos.length)}
      </h2>
      <button
        type="button"
        data-edit={turn.id}
        aria-label={turnWords.edit}
        title={turnWords.edit}
        onPointerEnter={onPoint}
        onFocus={onPoint}
        onClick={() => editedTurn.set(() => turn.id)}
        className="-my-0.5 grid size-8 shrink-0 place-items-center rounded-control text-ink-3 opacity-0 transition-opacity hover:bg-fill hover:text-ink focus-visible:opacity-100 group-focus-within/question:opacity-100 group-hover/question:opacity-100 pointer-coarse:-my-2 pointer-coarse:size-11 pointer-coarse:opacity-100"
      >
        <Pencil size={16} aria-hidden />
      </button>
    </div>
  );
}
