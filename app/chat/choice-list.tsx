import { type KeyboardEvent, useId, useState } from "react";
import { words } from "#app/words/words.ts";
import type { PlanFilter } from "#server/search/types.ts";
import type { ChoiceKind } from "./chip-changes.ts";
import { useTurnWords } from "./turn-words.tsx";

interface Choice {
  name: string;
  photos: number;
  filter: PlanFilter;
}

interface ChoiceListProps {
  kind: Exclude<ChoiceKind, "day">;
  /** The label of the chip as it is. */
  label: string;
  /** Null while they are counted. */
  choices: Choice[] | null;
  onChoose(filter: PlanFilter): void;
}

/** Lists names with their counts; typing narrows the list, the arrows go through it, Enter takes one. */
export function ChoiceList({ kind, label, choices, onChoose }: ChoiceListProps) {
  const turnWords = useTurnWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = (choices ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const at = Math.min(active, shown.length - 1);

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const next = (at + step + shown.length) % shown.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    const choice = shown[at];
    if (event.key === "Enter" && !event.nativeEvent.isComposing && choice) {
      event.preventDefault();
      onChoose(choice.filter);
    }
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-label={turnWords.choose[kind]}
        placeholder={turnWords.searchChoices}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-control bg-fill px-3 placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={turnWords.choose[kind]}
        className="mt-2 max-h-64 overflow-y-auto"
      >
        {shown.map(({ name, photos, filter }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
          <div
            key={name}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => onChoose(filter)}
            onPointerMove={() => setActive(index)}
            className="flex h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 aria-selected:bg-fill pointer-coarse:h-11"
          >
            <span className={`min-w-0 flex-1 truncate ${filter.label === label ? "font-semibold" : ""}`}>
              {name}
            </span>
            <span className="text-ink-2 tabular-nums">{words.count(photos)}</span>
          </div>
        ))}
      </div>
      {choices !== null && shown.length === 0 && (
        <p role="status" className="px-2.5 py-2 text-ink-2">
          {turnWords.noChoices}
        </p>
      )}
    </>
  );
}
