import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useAfterClose } from "#app/ui/after-close.ts";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { words } from "#app/words/words.ts";
import type { HistoryItem } from "#server/search/types.ts";
import { exportConversation } from "./export-conversation.ts";

interface ConversationMenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  item: HistoryItem;
  onPin(): void;
  /** Called when it is being saved as a file. */
  onExport(saved: Promise<void>): void;
  onRename(): void;
  onRemove(): void;
}

/** Shows the actions of a conversation. The menu starts open, because it is only loaded when somebody opens it. */
export default function ConversationMenu(props: ConversationMenuProps) {
  const { trigger, item, onPin, onExport, onRename, onRemove } = props;
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* There is no portal, so that the menu stays within the navigation. */}
      <DropdownMenu.Content align="end" onCloseAutoFocus={onCloseAutoFocus} className={menuLook}>
        <DropdownMenu.Item className={menuItemLook} onSelect={onPin}>
          {item.pinned ? words.conversation.unpin : words.conversation.pin}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={menuItemLook} onSelect={() => choose(onRename)}>
          {words.conversation.rename}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={menuItemLook} onSelect={() => onExport(exportConversation(item.id))}>
          {words.conversation.export}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={`${menuItemLook} text-danger`} onSelect={onRemove}>
          {words.conversation.remove}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
