import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { words } from "#app/words/words.ts";

interface ChipMenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  /** The words that can be searched for instead of using the filter. */
  said: string;
  onTakeOff(): void;
  onTakeAsWords(): void;
}

/** Shows the actions of a filter. The menu starts open, because it is only loaded when somebody opens it. */
export default function ChipMenu({ trigger, said, onTakeOff, onTakeAsWords }: ChipMenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* There is no portal, so that the menu stays within the page's landmark. */}
      <DropdownMenu.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        className={`${menuLook} max-w-[min(24rem,calc(100vw-16px))]`}
      >
        {/* We act after the menu has closed and returned the focus, because the actions move the focus on. */}
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
