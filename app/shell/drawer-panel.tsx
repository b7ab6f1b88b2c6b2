import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { RefObject } from "react";
import { IconButton } from "#app/ui/button.tsx";
import { returnFocusTo } from "#app/ui/return-focus.ts";
import { words } from "#app/words/words.ts";
import { Sidebar } from "./sidebar.tsx";

interface DrawerPanelProps {
  opener: RefObject<HTMLElement>;
  onClose(): void;
}

/** The sidebar over the page. */
export default function DrawerPanel({ opener, onClose }: DrawerPanelProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocusTo(opener)}
          className="fixed inset-y-0 left-0 z-20 w-[min(300px,85vw)] animate-fade-in bg-sunken shadow-float"
        >
          <Dialog.Title className="sr-only">{words.shell.navigation}</Dialog.Title>
          <Sidebar
            action={
              <Dialog.Close asChild>
                <IconButton label={words.shell.closeMenu}>
                  <X size={18} aria-hidden />
                </IconButton>
              </Dialog.Close>
            }
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
