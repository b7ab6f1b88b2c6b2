import { NavLink } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { type ButtonHTMLAttributes, forwardRef, type Ref, useRef, useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { createPart } from "#app/ui/part.tsx";
import { monthOf } from "#app/words/dates.ts";
import { words } from "#app/words/words.ts";
import type { HistoryItem } from "#server/search/types.ts";
import { titleOf } from "./title.ts";
import { usePin } from "./use-pin.ts";

const ConversationMenu = createPart(() => import("./conversation-menu.tsx"));
const RenameField = createPart(() => import("./rename-field.tsx"));
const RemoveConversation = createPart(() => import("./remove-conversation.tsx"));

/**
 * Shows a conversation in the list: its first photo, its question with the place or the date, and a menu. `matched` is
 * the question that a search of the history has found.
 */
export function ConversationEntry({ item, matched }: { item: HistoryItem; matched?: string | null }) {
  const [mode, setMode] = useState<"link" | "rename" | "remove">("link");
  const [menuWanted, setMenuWanted] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const title = titleOf(item);
  const pin = usePin(item);

  function save(saved: Promise<void>): void {
    setProblem(null);
    saved.catch((error: unknown) => setProblem(reasonOf(error)));
  }

  /** The field takes the place of the link at once, or the focus would be lost between them. */
  async function rename(): Promise<void> {
    await RenameField.preload();
    setMode("rename");
  }

  function endRename(): void {
    setMode("link");
    setMenuWanted(false);
    requestAnimationFrame(() => link.current?.focus());
  }

  if (mode === "rename") {
    return (
      <li>
        <RenameField item={item} onDone={endRename} onGiveUp={endRename} />
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
        className="flex min-h-8 items-center gap-2.5 rounded-control py-1 pr-9 pl-2.5 hover:bg-fill aria-[current=page]:bg-surface aria-[current=page]:font-medium pointer-coarse:min-h-11"
      >
        {item.cover && <Cover key={item.cover.photoId} photoId={item.cover.photoId} />}
        <span className="min-w-0">
          <span className="block truncate">{title}</span>
          <EntryNote item={item} matched={matched} />
        </span>
      </NavLink>
      {menuWanted ? (
        <ConversationMenu
          meanwhile={trigger}
          onGiveUp={() => setMenuWanted(false)}
          trigger={<MenuButton title={title} />}
          item={item}
          onPin={pin}
          onExport={save}
          onRename={rename}
          onRemove={() => setMode("remove")}
        />
      ) : (
        trigger
      )}
      {problem && (
        <p role="alert" className="px-2.5 pb-1 text-danger text-xs">
          {problem}
        </p>
      )}
      {mode === "remove" && (
        <RemoveConversation item={item} onClose={() => setMode("link")} onGiveUp={() => setMode("link")} />
      )}
    </li>
  );
}

/** Says where or when the first photo was taken, unless the title says it already. */
function EntryNote({ item, matched }: { item: HistoryItem; matched?: string | null | undefined }) {
  const { place = null, takenAt = null } = item.cover ?? {};
  const note = matched ?? place ?? (takenAt && monthOf(takenAt));
  if (!note || item.title.toLocaleLowerCase().includes(note.toLocaleLowerCase())) return null;
  return <span className="block truncate font-normal text-ink-3 text-xs">{note}</span>;
}

/** Shows the first photo of a conversation. One that has no picture leaves no gap. */
function Cover({ photoId }: { photoId: string }) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return null;
  return (
    <PhotoImage
      photo={{ id: photoId, width: 4, height: 3 }}
      width={28}
      alt=""
      onMissing={() => setMissing(true)}
      className="size-7 shrink-0 rounded-[6px] bg-fill object-cover"
    />
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
