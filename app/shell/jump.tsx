import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { noPictureReason, placeAndMonth } from "#app/library/photo-words.ts";
import { jumpWords } from "#app/words/jump-words.ts";
import { words } from "#app/words/words.ts";
import { type Goal, useJump } from "./use-jump.ts";

/** Searches everything from one field. It starts open, because it is only loaded when somebody asks for it. */
export default function Jump({ onClose }: { onClose(): void }) {
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const goals = useJump(text);
  const at = Math.min(active, goals.length - 1);
  const groups = [...Map.groupBy(goals, ({ group }) => group)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at its first result.
  useEffect(() => setActive(0), [text]);
  useEffect(() => {
    // New browsers return a promise from it, which React would take for what ends the effect.
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  function go(goal: Goal | undefined): void {
    if (!goal) return;
    setProblem(null);
    const going = goal.go();
    if (going instanceof Promise) going.then(onClose, (error: unknown) => setProblem(reasonOf(error)));
    else if (going !== true) onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = goals.length - 1;
    const next = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last }[event.key];
    if (next !== undefined) setActive(next);
    else if (event.key === "Enter") go(goals[at]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={`${id}-hint`}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="fixed top-[12dvh] left-1/2 z-40 flex max-h-[76dvh] w-[min(600px,calc(100vw-24px))] -translate-x-1/2 animate-fade-in flex-col rounded-panel bg-surface text-sm shadow-float max-sm:top-3"
        >
          <Dialog.Title className="sr-only">{jumpWords.jump.title}</Dialog.Title>
          <div className="flex items-center gap-3 px-4">
            <Search size={18} aria-hidden className="shrink-0 text-ink-2" />
            <input
              type="text"
              role="combobox"
              aria-expanded={goals.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={goals.length > 0 ? `${id}-${at}` : undefined}
              aria-autocomplete="list"
              aria-label={jumpWords.jump.field}
              placeholder={jumpWords.jump.field}
              maxLength={300}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeyDown}
              className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3 pointer-coarse:text-[1rem]"
            />
          </div>
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={jumpWords.jump.results}
            className="min-h-0 flex-1 overflow-y-auto border-line border-t p-1.5"
          >
            {groups.map(([group, each]) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options is no set of fields.
              <div
                key={group}
                role="group"
                aria-label={group === "ask" ? words.composer.form : jumpWords.jump.groups[group]}
                className="not-first:mt-2"
              >
                {group !== "ask" && (
                  <p aria-hidden className="px-2.5 py-1 font-medium text-ink-3 text-xs">
                    {jumpWords.jump.groups[group]}
                  </p>
                )}
                {each.map((goal) => {
                  const index = goals.indexOf(goal);
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
                    <div
                      key={goal.key}
                      id={`${id}-${index}`}
                      role="option"
                      tabIndex={-1}
                      aria-selected={index === at}
                      onPointerMove={() => setActive(index)}
                      onClick={() => go(goal)}
                      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1 aria-selected:bg-fill pointer-coarse:min-h-11"
                    >
                      <GoalText goal={goal} />
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          {problem && (
            <p role="alert" className="border-line border-t px-4 py-2.5 text-danger">
              {problem}
            </p>
          )}
          <p id={`${id}-hint`} className="border-line border-t px-4 py-2.5 text-ink-3 text-xs max-sm:hidden">
            {jumpWords.jump.hint}
          </p>
          <p role="status" className="sr-only">
            {text === "" ? "" : jumpWords.jump.count(goals.length)}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function GoalText({ goal: { label, note, photo } }: { goal: Goal }) {
  const more = photo ? placeAndMonth(photo) : note;
  return (
    <>
      {photo && noPictureReason(photo) === null && (
        <PhotoImage photo={photo} width={32} alt="" className="size-8 shrink-0 rounded-[6px] object-cover" />
      )}
      <span className="min-w-0 flex-1 truncate font-medium">{label}</span>
      {more && <span className="max-w-2/5 truncate text-ink-2">{more}</span>}
    </>
  );
}
