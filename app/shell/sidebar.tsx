import { NavLink } from "@remix-run/react";
import { Images, Map as MapIcon, Search, Settings, SquarePen } from "lucide-react";
import type { ReactNode } from "react";
import { SettingsLink } from "#app/ui/settings-link.tsx";
import { words } from "#app/words/words.ts";
import { Brand } from "./brand.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { LibraryCount, libraryPath } from "./library-title.tsx";
import { shortcutDialog } from "./shortcuts-state.ts";

const entry =
  "flex h-9 shrink-0 items-center gap-2.5 rounded-control px-2.5 hover:bg-fill aria-[current=page]:bg-surface aria-[current=page]:font-medium pointer-coarse:h-11";

/** Shows links to a new question, to earlier conversations and to the settings, beside the page or in the drawer. */
export function Sidebar({ action }: { action?: ReactNode }) {
  return (
    <div className="flex h-full flex-col px-3 pt-3.5 pb-3 text-sm">
      <div className="mb-3.5 flex h-8 items-center justify-between pr-1 pl-2.5 text-[1rem]">
        <Brand />
        {action}
      </div>
      <NavLink to="/" end className={entry}>
        <SquarePen size={18} aria-hidden className="text-ink-2" />
        {words.shell.newQuestion}
      </NavLink>
      <NavLink to={libraryPath} className={entry}>
        <Images size={18} aria-hidden className="text-ink-2" />
        {words.shell.library}
        <LibraryCount />
      </NavLink>
      <NavLink to="/map" className={entry}>
        <MapIcon size={18} aria-hidden className="text-ink-2" />
        {words.shell.map}
      </NavLink>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => shortcutDialog.set(() => "jump")}
        className={`${entry} text-left`}
      >
        <Search size={18} aria-hidden className="text-ink-2" />
        {words.shell.searchAll}
      </button>
      <ConversationList />
      <SettingsLink className={`${entry} mt-auto`}>
        <Settings size={18} aria-hidden className="text-ink-2" />
        {words.shell.settings}
      </SettingsLink>
    </div>
  );
}
