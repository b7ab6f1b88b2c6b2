import { words } from "#app/words/words.ts";

export interface NearDuplicates {
  count: number;
  /** True if the near-duplicates are shown behind this photo. */
  open: boolean;
  onToggle(): void;
}

interface MoreBadgeProps {
  more: NearDuplicates;
  tabbable: boolean;
  onFocus(): void;
}

/** Shows how many near-duplicates a photo has, and unfolds or folds them. */
export function MoreBadge({ more: { count, open, onToggle }, tabbable, onFocus }: MoreBadgeProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      tabIndex={tabbable ? 0 : -1}
      onClick={onToggle}
      onFocus={onFocus}
      className="relative m-1 h-6 min-w-6 rounded-full bg-over-photo px-2 font-semibold text-2xs text-on-photo outline-offset-1 pointer-coarse:after:absolute pointer-coarse:after:-top-1 pointer-coarse:after:-right-1 pointer-coarse:after:-bottom-4 pointer-coarse:after:-left-4"
    >
      {open ? "−" : "+"}
      {words.count(count)}
      <span className="sr-only"> {words.tile.more}</span>
    </button>
  );
}
