import { NavLink } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useRef, useState } from "react";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { words } from "#app/words/en.ts";
import type { ConversationItem } from "#server/search/types.ts";
import { RemoveConversation } from "./remove-conversation.tsx";
import { RenameField } from "./rename-field.tsx";
import { titleOf } from "./title.ts";

/** A conversation in the list: its link, and a menu to rename it in place or to delete it. */
export function ConversationEntry({ item }: { item: ConversationItem }) {
  const [mode, setMode] = useState<"link" | "rename" | "remove">("link");
  const link = useRef<HTMLAnchorElement>(null);
  const title = titleOf(item);

  if (mode === "rename") {
    return (
      <li>
        <RenameField
          item={item}
          onDone={() => {
            setMode("link");
            requestAnimationFrame(() => link.current?.focus());
          }}
        />
      </li>
    );
  }
  return (
    <li className="group relative">
      <NavLink
        ref={link}
        to={`/c/${item.id}`}
        className="flex h-8 items-center rounded-control pr-9 pl-2.5 hover:bg-fill aria-[current=page]:bg-surface aria-[current=page]:font-medium pointer-coarse:h-11"
      >
        <span className="truncate">{title}</span>
      </NavLink>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={words.conversation.more(title)}
          className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-control text-ink-2 opacity-0 hover:text-ink focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 group-has-aria-[current=page]:opacity-100 pointer-coarse:opacity-100"
        >
          <Ellipsis size={16} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end" className={menuLook}>
          <DropdownMenu.Item className={menuItemLook} onSelect={() => setTimeout(() => setMode("rename"))}>
            {words.conversation.rename}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={`${menuItemLook} text-danger`} onSelect={() => setMode("remove")}>
            {words.conversation.remove}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      {mode === "remove" && <RemoveConversation item={item} onClose={() => setMode("link")} />}
    </li>
  );
}
