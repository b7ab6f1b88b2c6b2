import { useLocation, useParams } from "@remix-run/react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "#app/api/client.ts";
import { IndexingStrip } from "#app/library/indexing-strip.tsx";
import { settingsPath } from "#app/ui/settings-link.tsx";
import { pageTitle, words } from "#app/words/words.ts";
import { Drawer } from "./drawer.tsx";
import { isLibraryPage, LibraryTitle } from "./library-title.tsx";
import { SettingsTitle } from "./settings-title.tsx";
import { titleOf } from "./title.ts";

const mapPath = "/map";

/** Shows the title of the conversation, of the map or of the settings, and the state of indexing. */
export function TopBar() {
  const trpc = useTRPC();
  const { id } = useParams();
  const { pathname } = useLocation();
  const { data } = useSuspenseQuery(trpc.conversations.list.queryOptions());
  const conversation = pathname.startsWith("/c/") ? data.items.find((item) => item.id === id) : undefined;
  // The page's title was set when it was opened; a first question or a new name changes it later.
  useEffect(() => {
    if (conversation) document.title = pageTitle(titleOf(conversation));
  }, [conversation]);
  return (
    <header className="sticky top-0 z-5 h-(--top-bar) bg-canvas text-sm">
      <div className="column flex h-full items-center gap-1 max-lg:px-1.5">
        {/* The key closes the drawer when the page changes. */}
        <Drawer key={pathname} />
        {pathname === settingsPath && <SettingsTitle />}
        {pathname === mapPath && (
          <h1 className="min-w-0 flex-1 truncate font-medium text-ink-2 max-lg:pl-0.5">{words.shell.map}</h1>
        )}
        {isLibraryPage(pathname) && <LibraryTitle />}
        {conversation && (
          <h1 className="min-w-0 flex-1 truncate font-medium text-ink-2 max-lg:pl-0.5">
            {titleOf(conversation)}
          </h1>
        )}
        <div className="-mr-2 ml-auto max-lg:mr-0">
          <IndexingStrip />
        </div>
      </div>
    </header>
  );
}
