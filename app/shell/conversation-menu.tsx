import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { words } from "#app/words/en.ts";

interface ConversationMenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  onRename(): void;
  onRemove(): void;
}

/** What can be done with a conversation. Comes opened: it is loaded when somebody asks for it. */
export default function ConversationMenu({ trigger, onRename, onRemove }: ConversationMenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Not in a portal: so it stays within the navigation. */}
      <DropdownMenu.Content align="end" className={menuLook}>
        {/* After the menu has closed, so that it does not take the focus from the field. */}
        <DropdownMenu.Item className={menuItemLook} onSelect={() => setTimeout(onRename)}>
          {words.conversation.rename}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={`${menuItemLook} text-danger`} onSelect={onRemove}>
          {words.conversation.remove}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
