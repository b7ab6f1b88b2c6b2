import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#app/ui/button.tsx";
import { libraryWords } from "#app/words/library-words.ts";
import { words } from "#app/words/words.ts";
import { NoticeLine, type Notices } from "./notice.tsx";
import { mostSelected, type Selection } from "./use-selection.ts";

interface SelectionBarProps {
  selection: Selection;
  notices: Notices;
  /** Where it stands: at the foot of the window, or above the composer. */
  place?: "window" | "composer";
  /** The actions on the selection. */
  children: (ids: string[]) => ReactNode;
}

const places = {
  window: "fixed inset-x-0 bottom-0 z-10 px-3 pb-[max(16px,env(safe-area-inset-bottom))] lg:left-(--sidebar)",
  composer: "relative *:mb-2",
};

/** Floats over the grid while photos are chosen: how many, and what can be done with them. */
export function SelectionBar({ selection, notices, place = "window", children }: SelectionBarProps) {
  const { ids, isFull, problem, clear } = selection;
  // On a phone the buttons share one line; a message needs another one.
  const isOneLine = !isFull && !problem;
  return (
    <div className={`pointer-events-none flex flex-col items-center gap-2 ${places[place]}`}>
      <NoticeLine notices={notices} />
      {ids.size > 0 && (
        <section
          aria-label={libraryWords.selection}
          className={`pointer-events-auto flex max-w-full animate-fade-in flex-wrap items-center justify-center gap-1 rounded-composer bg-surface p-1.5 shadow-float max-sm:gap-0 max-sm:p-1 ${isOneLine ? "max-sm:flex-nowrap max-sm:[&>button]:min-w-6 max-sm:[&>button]:shrink" : ""}`}
        >
          <IconButton label={libraryWords.clear} onClick={clear}>
            <X size={18} aria-hidden />
          </IconButton>
          <p role="status" className="pr-2 pl-1 text-sm max-sm:pl-0">
            {words.count(ids.size)} <span className="max-sm:sr-only">{libraryWords.selected}</span>
            {isFull && <span className="text-ink-3"> · {libraryWords.most(mostSelected)}</span>}
            {problem && <span className="text-danger"> · {problem}</span>}
          </p>
          {children([...ids])}
        </section>
      )}
    </div>
  );
}
