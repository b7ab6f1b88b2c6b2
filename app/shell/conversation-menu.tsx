import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { words } from "#app/words/words.ts";

interface ConversationMenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  pinned: boolean;
  onPin(): void;
  onExport(): void;
  onRename(): void;
  onRemove(): void;
}

/** Shows the actions of a conversation. The menu starts open, because it is only loaded when somebody opens it. */
export default function ConversationMenu(props: ConversationMenuProps) {
  const { trigger, pinned, onPin, onExport, onRename, onRemove } = props;
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* There is no portal, so that the menu stays within the navigation. */}
      <DropdownMenu.Content align="end" className={menuLook}>
        <DropdownMenu.Item className={menuItemLook} onSelect={onPin}>
          {pinned ? words.conversation.unpin : words.conversation.pin}
        </DropdownMenu.Item>
        {/* We act after the menu has closed, so that it does not take the focus from the field. */}
        <DropdownMenu.Item className={menuItemLook} onSelect={() => setTimeout(onRename)}>
          {words.conversation.rename}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={menuItemLook} onSelect={onExport}>
          {words.conversation.export}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={`${menuItemLook} text-danger`} onSelect={onRemove}>
          {words.conversation.remove}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
