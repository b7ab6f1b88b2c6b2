import { AlertDialog } from "radix-ui";
import { useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { words } from "#app/words/words.ts";
import { buttonLook } from "./button.tsx";

interface ConfirmProps {
  title: string;
  body: string;
  yes: string;
  /** Why the action failed. */
  error: unknown;
  busy: boolean;
  onYes(): void;
  onClose(): void;
}

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, body, yes, error, busy, onYes, onClose }: ConfirmProps) {
  const [opener] = useState(() => document.activeElement);
  /** Radix gives the focus back to its own trigger only, and this dialog has none. */
  function returnFocus(event: Event): void {
    if (!(opener instanceof HTMLElement && opener.isConnected)) return;
    event.preventDefault();
    opener.focus();
  }
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <AlertDialog.Content
          onCloseAutoFocus={returnFocus}
          className="fixed top-1/2 left-1/2 z-40 w-[min(420px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 animate-fade-in rounded-panel bg-surface p-6 shadow-float"
        >
          <AlertDialog.Title className="font-semibold text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-pretty text-ink-2 [overflow-wrap:anywhere]">
            {body}
          </AlertDialog.Description>
          {error ? (
            <p role="alert" className="mt-3 text-danger text-sm">
              {reasonOf(error)}
            </p>
          ) : null}
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel className={buttonLook("secondary")}>{words.dialog.cancel}</AlertDialog.Cancel>
            <button type="button" disabled={busy} onClick={onYes} className={buttonLook("danger")}>
              {yes}
            </button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
