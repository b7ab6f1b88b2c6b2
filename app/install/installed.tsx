import { useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { changeDraft } from "#app/chat/draft.ts";
import { isActive } from "#app/chat/upload-queue.ts";
import { uploads } from "#app/chat/uploads.ts";
import { useStore } from "#app/ui/store.ts";
import { useAwake } from "#app/ui/use-awake.ts";
import { installWords } from "#app/words/offline.ts";
import workerUrl from "./service-worker.ts?worker&url";
import { takeShared } from "./shared-files.ts";

/**
 * Makes Glimpse work as an installed app: it says when the server cannot be reached, takes photos that a phone shares
 * with it, and keeps the screen on while photos upload.
 */
export default function Installed() {
  const [search, setSearch] = useSearchParams();
  const isShared = search.has("shared");
  const isLost = search.has("lost");
  useEffect(() => {
    // In development the server does not send the header that this scope needs, so the browser refuses the worker.
    if ("serviceWorker" in navigator)
      navigator.serviceWorker.register(workerUrl, { scope: "/" }).catch(() => {});
  }, []);
  useEffect(() => {
    if (!isShared && !isLost) return;
    if (isLost) changeDraft({ problem: { reason: installWords.lost } });
    void takeShared(uploads.add).then(() =>
      setSearch(
        (before) => {
          for (const name of ["shared", "lost"]) before.delete(name);
          return before;
        },
        { replace: true },
      ),
    );
  }, [isShared, isLost, setSearch]);
  useAwake(useStore(uploads.store, (list) => list.some(isActive)));
  return null;
}
