import { editWords } from "#app/words/edit-words.ts";
import type { PhotoEdits } from "./use-photo-edits.ts";

/** Says for a moment what was saved, and offers to take it back. */
export function EditNotice({ edits: { notice, undo } }: { edits: PhotoEdits }) {
  const made = notice?.undo ?? null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-4 z-2 grid place-items-center px-4 lg:absolute lg:bottom-0 lg:h-16">
      <p
        role={notice?.isProblem ? "alert" : "status"}
        className={
          notice
            ? "pointer-events-auto flex max-w-full animate-fade-in items-center gap-3 rounded-control bg-surface px-4 py-2 text-sm shadow-float"
            : "sr-only"
        }
      >
        {notice && <span className={notice.isProblem ? "text-danger" : undefined}>{notice.text}</span>}
        {made && (
          <button type="button" className="link min-h-6 px-1" onClick={() => undo(made)}>
            {editWords.undo}
          </button>
        )}
      </p>
    </div>
  );
}
