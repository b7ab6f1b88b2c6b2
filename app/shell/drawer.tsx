import { Menu } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "#app/ui/button.tsx";
import { whenIdle } from "#app/ui/load-trouble.ts";
import { createPart } from "#app/ui/part.tsx";
import { words } from "#app/words/words.ts";

/** Fetched ahead when the browser is idle, and not with the first load, because nothing is opened yet. */
const DrawerPanel = createPart(() => import("./drawer-panel.tsx"));

/** Shows the sidebar behind a menu button on narrow screens. */
export function Drawer() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => whenIdle(DrawerPanel.preload), []);
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        ref={button}
        label={words.shell.openMenu}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className="lg:hidden"
        onClick={() => setOpen(true)}
      >
        <Menu size={18} aria-hidden />
      </IconButton>
      {isOpen && <DrawerPanel opener={button} onClose={close} onGiveUp={close} />}
    </>
  );
}
