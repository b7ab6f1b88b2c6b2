import { Dialog } from "radix-ui";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { libraryWords } from "#app/words/library-words.ts";
import { changesOf, noManyTexts } from "./many-texts.ts";
import type { Notices } from "./notice.tsx";
import { useShelfEdits } from "./use-shelf-edits.ts";

interface EditManyProps {
  ids: string[];
  notices: Notices;
  onClose(): void;
}

const texts = libraryWords.editMany;
const fieldLook =
  "h-9 w-full rounded-control bg-fill px-3 text-sm outline-offset-0 placeholder:text-ink-3 pointer-coarse:h-11";

/** Changes date, place, people and keywords of many photos at once. */
export function EditMany({ ids, notices, onClose }: EditManyProps) {
  const [typed, setTyped] = useState(noManyTexts);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // The dialog lies over the notices. It says itself why a change was refused; once it is closed, an undo may fail too.
  const edits = useShelfEdits({
    ...notices,
    fail: (error) => (form.current ? setProblem(reasonOf(error)) : notices.fail(error)),
  });
  const changes = changesOf(typed);
  const type = (part: Partial<typeof noManyTexts>) => setTyped((before) => ({ ...before, ...part }));

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!changes || isBusy) return;
    setBusy(true);
    setProblem(null);
    const isDone = await edits.edit(ids, changes, libraryWords.edited);
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 animate-fade-in bg-scrim" />
        <Dialog.Content className="fixed top-1/2 left-1/2 z-20 max-h-[calc(100dvh-32px)] w-[min(460px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 animate-fade-in overflow-y-auto rounded-panel bg-surface p-6 shadow-float">
          <Dialog.Title className="font-semibold text-lg">{texts.title(ids.length)}</Dialog.Title>
          <Dialog.Description className="mt-1 text-ink-2 text-sm">{texts.body}</Dialog.Description>
          <form ref={form} onSubmit={save} className="mt-5 grid gap-4">
            <fieldset>
              <legend className="mb-1 font-medium text-sm">{texts.shift}</legend>
              <div className="flex gap-2">
                <input
                  type="number"
                  min={0}
                  step={1}
                  inputMode="numeric"
                  aria-label={texts.amount}
                  value={typed.amount}
                  onChange={(event) => type({ amount: event.target.value })}
                  className={`${fieldLook} min-w-16 flex-1`}
                />
                <Choice
                  label={texts.unit}
                  value={typed.unit}
                  choices={texts.units}
                  onChoose={(unit) => type({ unit })}
                />
                <Choice
                  label={texts.direction}
                  value={typed.direction}
                  choices={{ later: texts.later, earlier: texts.earlier }}
                  onChoose={(direction) => type({ direction })}
                />
              </div>
            </fieldset>
            <Field label={texts.place} hint={texts.placeHint}>
              {(own) => (
                <input
                  {...own}
                  value={typed.place}
                  onChange={(event) => type({ place: event.target.value })}
                />
              )}
            </Field>
            <Field label={texts.people} hint={texts.listHint}>
              {(own) => (
                <input
                  {...own}
                  value={typed.people}
                  onChange={(event) => type({ people: event.target.value })}
                />
              )}
            </Field>
            <Field label={texts.keywords} hint={texts.listHint}>
              {(own) => (
                <input
                  {...own}
                  value={typed.keywords}
                  onChange={(event) => type({ keywords: event.target.value })}
                />
              )}
            </Field>
            {problem && (
              <p role="alert" className="text-danger text-sm">
                {problem}
              </p>
            )}
            <div className="mt-1 flex items-center justify-end gap-2">
              {!changes && <p className="mr-auto text-ink-3 text-xs">{texts.nothing}</p>}
              <Dialog.Close className={buttonLook("secondary")}>{texts.cancel}</Dialog.Close>
              <Button look="primary" type="submit" disabled={!changes || isBusy}>
                {texts.save}
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface FieldProps {
  label: string;
  hint: string;
  children(own: { id: string; "aria-describedby": string; className: string }): ReactNode;
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium text-sm">
        {label}
      </label>
      {children({ id, "aria-describedby": `${id}-hint`, className: fieldLook })}
      <p id={`${id}-hint`} className="mt-1 text-ink-3 text-xs">
        {hint}
      </p>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: Record<Value, string>;
  onChoose(value: Value): void;
}

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>) {
  const isOne = (chosen: string): chosen is Value => Object.hasOwn(choices, chosen);
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => isOne(target.value) && onChoose(target.value)}
      className={`${fieldLook} flex-1 px-2`}
    >
      {Object.entries<string>(choices).map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}
