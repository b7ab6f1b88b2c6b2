import { Dialog } from "radix-ui";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { albumWords } from "#app/words/album-words.ts";

interface AlbumDialogProps {
  title: string;
  body?: string;
  /** The name that the field shows at first. */
  name: string;
  /** The label of the field. */
  label?: string;
  /** The text of the button. */
  save: string;
  /** Why it could not be saved. */
  problem: string | null;
  isBusy: boolean;
  /** Shown between the title and the name, and below the name. */
  above?: ReactNode;
  below?: ReactNode;
  onSave(name: string): void;
  onClose(): void;
}

/** Asks for the name of an album. */
export function AlbumDialog(props: AlbumDialogProps) {
  const { title, body, name, label = albumWords.name, save, problem, isBusy } = props;
  const { above, below, onSave, onClose } = props;
  const [typed, setTyped] = useState(name);
  const id = useId();
  const wanted = typed.trim();

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (wanted !== "" && !isBusy) onSave(wanted);
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 animate-fade-in bg-scrim" />
        <Dialog.Content
          {...(body === undefined && { "aria-describedby": undefined })}
          className="fixed top-1/2 left-1/2 z-20 max-h-[calc(100dvh-32px)] w-[min(420px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 animate-fade-in overflow-y-auto rounded-panel bg-surface p-6 shadow-float"
        >
          <Dialog.Title className="font-semibold text-lg">{title}</Dialog.Title>
          {body && <Dialog.Description className="mt-1 text-ink-2 text-sm">{body}</Dialog.Description>}
          {above}
          <form onSubmit={onSubmit} className="mt-4 grid gap-4">
            <div>
              <label htmlFor={id} className="mb-1 block font-medium text-sm">
                {label}
              </label>
              <input
                id={id}
                value={typed}
                maxLength={200}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
                className="h-9 w-full rounded-control bg-fill px-3 text-sm placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
              />
            </div>
            {below}
            {problem && (
              <p role="alert" className="text-danger text-sm">
                {problem}
              </p>
            )}
            <div className="flex justify-end gap-2">
              <Dialog.Close className={buttonLook("secondary")}>{albumWords.cancel}</Dialog.Close>
              <Button look="primary" type="submit" disabled={wanted === "" || isBusy}>
                {save}
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
