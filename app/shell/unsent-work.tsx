import { useEffect } from "react";
import { restoreDraft } from "#app/chat/draft.ts";
import { isActive } from "#app/chat/upload-queue.ts";
import { uploads } from "#app/chat/uploads.ts";
import { useStore } from "#app/ui/store.ts";

/** Restores the draft after a reload, and makes the browser ask before somebody leaves during an upload. */
export function UnsentWork() {
  const uploading = useStore(uploads.store, (list) => list.some(isActive));
  useEffect(restoreDraft, []);
  useEffect(() => {
    if (!uploading) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [uploading]);
  return null;
}
