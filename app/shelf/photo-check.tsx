import { Check } from "lucide-react";
import type { MouseEvent } from "react";
import { libraryWords } from "#app/words/library-words.ts";

interface PhotoCheckProps {
  /** A few words about what the photo shows. */
  name: string;
  isSelected: boolean;
  /** True while anything is selected; the check is then always visible. */
  isSelecting: boolean;
  onClick?: (event: MouseEvent) => void;
  /** Where it stands. */
  className: string;
}

/** The check of a tile, seen on hover and focus. A checkbox of its own kind, because its click carries Shift. */
export function PhotoCheck({ name, isSelected, isSelecting, onClick, className }: PhotoCheckProps) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isSelected}
      aria-label={libraryWords.select(name)}
      tabIndex={-1}
      onClick={onClick}
      className={`grid size-9 place-items-center focus-visible:-outline-offset-2 ${className} ${isSelecting ? "" : "opacity-0 focus-visible:opacity-100 group-focus-within/cell:opacity-100 group-hover/cell:opacity-100 pointer-coarse:hidden"}`}
    >
      <span
        className={`grid size-6 place-items-center rounded-full border-2 border-on-photo ${isSelected ? "bg-accent text-on-ink" : "bg-over-photo"}`}
      >
        {isSelected && <Check size={14} strokeWidth={2.5} aria-hidden />}
      </span>
    </button>
  );
}
