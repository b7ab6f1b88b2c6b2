import { Menu, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { IconButton } from "#app/ui/button.tsx";
import { words } from "#app/words/words.ts";
import { Sidebar } from "./sidebar.tsx";

/** Shows the sidebar behind a menu button on narrow screens. */
export function Drawer() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <IconButton label={words.shell.openMenu} className="lg:hidden">
          <Menu size={18} aria-hidden />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
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
