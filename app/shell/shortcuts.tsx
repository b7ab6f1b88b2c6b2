import { useEffect, useState } from "react";
import { createPart } from "#app/ui/part.tsx";
import { useStore } from "#app/ui/store.ts";
import { shortcutDialog } from "./shortcuts-state.ts";

const Jump = createPart(() => import("./jump.tsx"));
const KeysDialog = createPart(() => import("./keys-dialog.tsx"));

/** Opens the search of everything for Ctrl K, and the list of keys for "?". */
export function Shortcuts() {
  const open = useStore(shortcutDialog, (state) => state);
  const [opener, setOpener] = useState<Element | null>(null);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isJump = key.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey;
      const isKeys = key === "?" && !ctrlKey && !metaKey && !altKey && !isField(target);
      if ((!isJump && !isKeys) || event.defaultPrevented) return;
      // Over another dialog nothing opens; the key that has opened a dialog closes it.
      const isOther =
        shortcutDialog.get() === null && document.querySelector("[role=dialog], [role=alertdialog]");
      if (isOther && isKeys) return;
      event.preventDefault();
      if (isOther) return;
      setOpener(document.activeElement);
      shortcutDialog.set((now) => (now === null ? (isJump ? "jump" : "keys") : null));
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);

  function close(): void {
    shortcutDialog.set(() => null);
    // The chosen action may have moved the focus.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    });
  }

  if (open === "jump") return <Jump onClose={close} onGiveUp={close} />;
  if (open === "keys") return <KeysDialog onClose={close} onGiveUp={close} />;
  return null;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
