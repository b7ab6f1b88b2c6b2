import { Undo2, X } from "lucide-react";
import { type ButtonHTMLAttributes, forwardRef, type Ref, useRef, useState } from "react";
import { createPart } from "#app/ui/part.tsx";
import { words } from "#app/words/words.ts";
import { type Chip, canBeWords, keyOf, wordsOf } from "./chips.ts";
import type { TurnView } from "./use-turn-view.ts";

const ChipMenu = createPart(() => import("./chip-menu.tsx"));

/** Shows the chips of an answer. A filter that was taken off stays, crossed out, and can be put back. */
export function FilterChips({ view, lang }: { view: TurnView; lang: string | undefined }) {
  return (
    <ul
      aria-label={words.turn.filters}
      className="no-scrollbar -mx-4 flex min-w-0 flex-1 gap-1.5 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0"
    >
      {view.chips.map((chip) => (
        <FilterChip key={keyOf(chip)} chip={chip} view={view} lang={lang} />
      ))}
    </ul>
  );
}

function FilterChip({ chip, view, lang }: { chip: Chip; view: TurnView; lang: string | undefined }) {
  const item = useRef<HTMLLIElement>(null);
  const { label, off } = chip;
  const Icon = off ? Undo2 : X;

  function takeOff(): void {
    if (chip.kind === "filter") lastButton(item.current)?.focus();
    else focusBeside(item.current);
    view.takeOff(chip);
  }

  function takeAsWords(): void {
    focusBeside(item.current);
    view.takeAsWords(chip);
  }

  return (
    <li
      ref={item}
      className={`relative flex h-8 shrink-0 items-stretch rounded-full text-sm pointer-coarse:h-9 ${
        off ? "text-ink-3 inset-ring inset-ring-line" : "bg-fill"
      }`}
    >
      {canBeWords(chip) ? (
        <Label
          chip={chip}
          lang={lang}
          disabled={view.fixed}
          onTakeOff={takeOff}
          onTakeAsWords={takeAsWords}
        />
      ) : (
        <span className={`flex items-center pr-1 pl-3.25 ${off ? "line-through" : ""}`}>
          <LabelText chip={chip} lang={lang} />
        </span>
      )}
      {/* The target is large enough for a finger. If the chip has no menu, all of the chip is the target. */}
      <button
        type="button"
        disabled={view.fixed}
        onClick={() => (off ? view.putBack(chip) : takeOff())}
        aria-label={off ? words.turn.restoreFilter(label) : words.turn.removeFilter(label)}
        className={`grid w-8 place-items-center rounded-r-full text-ink-3 transition-colors after:absolute after:-inset-y-1 after:right-0 hover:text-ink disabled:cursor-not-allowed pointer-coarse:w-11 ${
          canBeWords(chip) ? "hover:bg-fill-2 after:w-8 pointer-coarse:after:w-11" : "after:left-0"
        }`}
      >
        <Icon size={14} strokeWidth={2} aria-hidden />
      </button>
    </li>
  );
}

interface LabelProps {
  chip: Chip;
  /** The language of the chip's words. */
  lang: string | undefined;
  disabled: boolean;
  onTakeOff(): void;
  onTakeAsWords(): void;
}

/** Opens the menu of the chip's other actions, which is loaded on demand. */
function Label({ chip, lang, disabled, onTakeOff, onTakeAsWords }: LabelProps) {
  const [menuWanted, setMenuWanted] = useState(false);
  const trigger = (
    <LabelButton
      chip={chip}
      wordsIn={lang}
      disabled={disabled}
      onClick={() => setMenuWanted(true)}
      onPointerEnter={ChipMenu.preload}
    />
  );
  if (!menuWanted) return trigger;
  return (
    <ChipMenu
      meanwhile={trigger}
      onGiveUp={() => setMenuWanted(false)}
      trigger={<LabelButton chip={chip} wordsIn={lang} disabled={disabled} />}
      said={wordsOf(chip)}
      onTakeOff={onTakeOff}
      onTakeAsWords={onTakeAsWords}
    />
  );
}

type LabelButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { chip: Chip; wordsIn: string | undefined };

const LabelButton = forwardRef(function LabelButton(
  { chip, wordsIn, ...props }: LabelButtonProps,
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      type="button"
      ref={ref}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={words.turn.filterOptions(chip.label)}
      className="relative flex items-center rounded-l-full pr-1 pl-3.25 transition-colors after:absolute after:inset-x-0 after:-inset-y-1 hover:bg-fill-2 disabled:cursor-not-allowed data-[state=open]:bg-fill-2"
      {...props}
    >
      <LabelText chip={chip} lang={wordsIn} />
    </button>
  );
});

function LabelText({ chip: { kind, words: said, label }, lang }: { chip: Chip; lang: string | undefined }) {
  const not = kind === "without" ? label.slice(0, -said.length) : "";
  return (
    <span lang={lang} className="max-w-72 truncate font-medium">
      {not && <span className="whitespace-pre font-normal text-ink-2">{not}</span>}
      {label.slice(not.length)}
    </span>
  );
}

const lastButton = (item: Element | null | undefined) =>
  item?.querySelector<HTMLElement>(":scope > button:last-of-type");

/** Moves the focus to a neighbour of a chip that is about to disappear. */
function focusBeside(item: Element | null): void {
  lastButton(item?.nextElementSibling ?? item?.previousElementSibling)?.focus();
}
