import { useEffect } from "react";
import { restoreDraft } from "#app/chat/draft.ts";
import { isUnsent } from "#app/chat/upload-queue.ts";
import { uploads } from "#app/chat/uploads.ts";
import { useStore } from "#app/ui/store.ts";

/** Restores the draft after a reload, and makes the browser ask before somebody leaves files that are not uploaded. */
export function UnsentWork() {
  const unsent = useStore(uploads.store, (list) => list.some(isUnsent));
  useEffect(restoreDraft, []);
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsent]);
  return null;
}
