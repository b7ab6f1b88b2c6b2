import { X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { IconButton } from "#app/ui/button.tsx";
import { libraryWords } from "#app/words/library-words.ts";

/** The last action on many photos in words, and the way to take it back. */
export interface ShelfNotice {
  text: string;
  isProblem?: boolean;
  undo?: () => void;
}

export interface Notices {
  notice: ShelfNotice | null;
  tell(notice: ShelfNotice | null): void;
  fail(error: unknown): void;
}

/** ms for which something can be taken back on the screen. */
const shownFor = 12_000;

/** Keeps the last notice for a moment. */
export function useNotices(): Notices {
  const [notice, tell] = useState<ShelfNotice | null>(null);
  useEffect(() => {
    if (!notice || notice.isProblem) return;
    const timer = setTimeout(() => tell(null), shownFor);
    return () => clearTimeout(timer);
  }, [notice]);
  const fail = useCallback((error: unknown) => tell({ text: reasonOf(error), isProblem: true }), []);
  return { notice, tell, fail };
}

/** Says above the selection what was done, and offers to take it back. */
export function NoticeLine({ notices: { notice, tell } }: { notices: Notices }) {
  return (
    <p
      role={notice?.isProblem ? "alert" : "status"}
      className={
        notice
          ? "pointer-events-auto flex max-w-full animate-fade-in items-center gap-3 rounded-control bg-surface py-1 pr-1 pl-4 text-sm shadow-float"
          : "sr-only"
      }
    >
      {notice && <span className={notice.isProblem ? "text-danger" : undefined}>{notice.text}</span>}
      {notice?.undo && (
        <button type="button" className="link min-h-6 px-1" onClick={notice.undo}>
          {libraryWords.undo}
        </button>
      )}
      {notice && (
        <IconButton label={libraryWords.dismiss} onClick={() => tell(null)}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </p>
  );
}
