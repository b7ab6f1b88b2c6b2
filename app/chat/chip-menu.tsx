import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { words } from "#app/words/en.ts";

interface ChipMenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  /** The words that could be looked for instead. */
  said: string;
  onTakeOff(): void;
  onTakeAsWords(): void;
}

/** What can be done with a filter. Comes opened: it is loaded when somebody asks for it. */
export default function ChipMenu({ trigger, said, onTakeOff, onTakeAsWords }: ChipMenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Not in a portal: so it stays within the page's landmark. */}
      <DropdownMenu.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        className={`${menuLook} max-w-[min(24rem,calc(100vw-16px))]`}
      >
        {/* After the menu has closed and given the focus back, so that it can go on from there. */}
        <DropdownMenu.Item className={menuItemLook} onSelect={() => setTimeout(onTakeOff)}>
          {words.turn.takeOff}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={menuItemLook} onSelect={() => setTimeout(onTakeAsWords)}>
          <span className="truncate">{words.turn.asWords(said)}</span>
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
