import { NavLink } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { type ButtonHTMLAttributes, forwardRef, type Ref, useRef, useState } from "react";
import { createPart } from "#app/ui/part.tsx";
import { words } from "#app/words/words.ts";
import type { ConversationItem } from "#server/search/types.ts";
import { RenameField } from "./rename-field.tsx";
import { titleOf } from "./title.ts";

const ConversationMenu = createPart(() => import("./conversation-menu.tsx"));
const RemoveConversation = createPart(() => import("./remove-conversation.tsx"));

/** Shows a conversation in the list: its link, and a menu to rename or delete it. */
export function ConversationEntry({ item }: { item: ConversationItem }) {
  const [mode, setMode] = useState<"link" | "rename" | "remove">("link");
  const [menuWanted, setMenuWanted] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const title = titleOf(item);

  function endRename(): void {
    setMode("link");
    setMenuWanted(false);
    requestAnimationFrame(() => link.current?.focus());
  }

  if (mode === "rename") {
    return (
      <li>
        <RenameField item={item} onDone={endRename} />
      </li>
    );
  }
  const trigger = (
    <MenuButton title={title} onClick={() => setMenuWanted(true)} onPointerEnter={ConversationMenu.preload} />
  );
  return (
    <li className="group relative">
      <NavLink
        ref={link}
        to={`/c/${item.id}`}
        className="flex h-8 items-center rounded-control pr-9 pl-2.5 hover:bg-fill aria-[current=page]:bg-surface aria-[current=page]:font-medium pointer-coarse:h-11"
      >
        <span className="truncate">{title}</span>
      </NavLink>
      {menuWanted ? (
        <ConversationMenu
          meanwhile={trigger}
          onGiveUp={() => setMenuWanted(false)}
          trigger={<MenuButton title={title} />}
          onRename={() => setMode("rename")}
          onRemove={() => setMode("remove")}
        />
      ) : (
        trigger
      )}
      {mode === "remove" && (
        <RemoveConversation item={item} onClose={() => setMode("link")} onGiveUp={() => setMode("link")} />
      )}
    </li>
  );
}

type MenuButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "title"> & { title: string };

const MenuButton = forwardRef(function MenuButton(
  { title, ...props }: MenuButtonProps,
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      type="button"
      ref={ref}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={words.conversation.more(title)}
      className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-control text-ink-2 opacity-0 hover:text-ink focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 group-has-aria-[current=page]:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
      {...props}
    >
      <Ellipsis size={16} aria-hidden />
    </button>
  );
});
