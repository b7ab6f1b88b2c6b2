import { Undo2, X } from "lucide-react";
import { useRef, useState } from "react";
import { createPart } from "#app/ui/part.tsx";
import { canBeTurned, choiceKindOf, isTurned } from "./chip-changes.ts";
import { ChipLabel, ChipText } from "./chip-label.tsx";
import { type Chip, canBeWords, keyOf, wordsOf } from "./chips.ts";
import { useTurnWords } from "./turn-words.tsx";
import type { TurnView } from "./use-turn-view.ts";

const ChipEditor = createPart(() => import("./chip-editor.tsx"));

/** Shows the chips of an answer. A filter that was taken off stays, crossed out, and can be put back. */
export function FilterChips({ view, turnId }: { view: TurnView; turnId: string }) {
  const turnWords = useTurnWords();
  return (
    <ul
      aria-label={turnWords.filters}
      className="no-scrollbar -mx-4 flex min-w-0 flex-1 gap-1.5 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0"
    >
      {view.chips.map((chip) => (
        <FilterChip key={keyOf(chip)} chip={chip} view={view} turnId={turnId} />
      ))}
    </ul>
  );
}

function FilterChip({ chip, view, turnId }: { chip: Chip; view: TurnView; turnId: string }) {
  const turnWords = useTurnWords();
  const item = useRef<HTMLLIElement>(null);
  const [isEdited, setEdited] = useState(false);
  const { label, off } = chip;
  const { plan } = view;
  const Icon = off ? Undo2 : X;
  const choice = plan && !off ? choiceKindOf(plan, chip) : null;
  const turned = plan && canBeTurned(plan, chip) ? isTurned(plan, chip) : null;
  const hasMenu = choice !== null || turned !== null || canBeWords(chip);

  function takeOff(): void {
    if (chip.kind === "filter") lastButton(item.current)?.focus();
    else focusBeside(item.current);
    view.takeOff(chip);
  }

  /** Acts on a chip that disappears, and gives its focus to a neighbour. */
  function leave(act: (chip: Chip) => void): void {
    focusBeside(item.current);
    act(chip);
  }

  return (
    <li
      ref={item}
      className={`relative flex h-8 shrink-0 items-stretch rounded-full text-sm pointer-coarse:h-9 ${
        off ? "text-ink-3 inset-ring inset-ring-line" : "bg-fill"
      }`}
    >
      {hasMenu ? (
        <ChipLabel
          chip={chip}
          disabled={view.fixed}
          said={canBeWords(chip) ? wordsOf(chip) : null}
          choice={choice}
          turned={turned}
          onChoose={() => setEdited(true)}
          onTurnRound={() => view.turnRound(chip)}
          onTakeOff={takeOff}
          onTakeAsWords={() => leave(view.takeAsWords)}
        />
      ) : (
        <span className={`flex items-center pr-1 pl-3.25 ${off ? "line-through" : ""}`}>
          <ChipText chip={chip} />
        </span>
      )}
      {/* The target is large enough for a finger. If the chip has no menu, all of the chip is the target. */}
      <button
        type="button"
        disabled={view.fixed}
        onClick={() => (off ? view.putBack(chip) : takeOff())}
        aria-label={off ? turnWords.restoreFilter(label) : turnWords.removeFilter(label)}
        className={`grid w-8 place-items-center rounded-r-full text-ink-3 transition-colors after:absolute after:-inset-y-1 after:right-0 hover:text-ink disabled:cursor-not-allowed pointer-coarse:w-11 ${
          hasMenu || chip.like ? "hover:bg-fill-2 after:w-8 pointer-coarse:after:w-11" : "after:left-0"
        }`}
      >
        <Icon size={14} strokeWidth={2} aria-hidden />
      </button>
      {isEdited && choice && plan && (
        <ChipEditor
          chip={chip}
          kind={choice}
          plan={plan}
          turnId={turnId}
          anchor={item}
          onChange={(filter) => view.replace(chip, filter)}
          onClose={() => setEdited(false)}
          onGiveUp={() => setEdited(false)}
        />
      )}
    </li>
  );
}

const lastButton = (item: Element | null | undefined) =>
  item?.querySelector<HTMLElement>(":scope > button:last-of-type");

/** Moves the focus to a neighbour of a chip that is about to disappear. */
function focusBeside(item: Element | null): void {
  lastButton(item?.nextElementSibling ?? item?.previousElementSibling)?.focus();
}
