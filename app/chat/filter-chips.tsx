import { Undo2, X } from "lucide-react";
import { words } from "#app/words/en.ts";
import type { Chip, TurnView } from "./use-turn-view.ts";

/** What the question was narrowed down by. A chip that was taken off stays, crossed out, and can be put back. */
export function FilterChips({ view }: { view: TurnView }) {
  if (view.chips.length === 0) return null;
  return (
    <ul
      aria-label={words.turn.filters}
      className="no-scrollbar -mx-4 flex min-w-0 flex-1 gap-1.5 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {view.chips.map((chip) => (
        <li key={chip.words} className="shrink-0">
          <FilterChip
            chip={chip}
            removed={view.removed.includes(chip.words)}
            onToggle={() => view.toggle(chip)}
          />
        </li>
      ))}
    </ul>
  );
}

interface FilterChipProps {
  chip: Chip;
  removed: boolean;
  onToggle(): void;
}

function FilterChip({ chip, removed, onToggle }: FilterChipProps) {
  const name = chip.negated ? `${words.turn.not} ${chip.label}` : chip.label;
  const Icon = removed ? Undo2 : X;
  return (
    <button
      type="button"
      onClick={onToggle}
      aria-label={removed ? words.turn.restoreFilter(name) : words.turn.removeFilter(name)}
      className={`flex h-8 items-center gap-1.5 whitespace-nowrap rounded-full pr-2.5 pl-3.25 font-medium text-sm transition-colors pointer-coarse:h-9 ${
        removed
          ? "text-ink-3 inset-ring inset-ring-line hover:bg-fill hover:text-ink"
          : "bg-fill hover:bg-fill-2"
      }`}
    >
      <span className={removed ? "line-through" : ""}>
        {chip.negated && <span className="font-normal text-ink-2">{words.turn.not} </span>}
        {chip.label}
      </span>
      <Icon size={14} strokeWidth={2} aria-hidden className="text-ink-3" />
    </button>
  );
}
