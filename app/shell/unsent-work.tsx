import { useEffect } from "react";
import { restoreDraft } from "#app/chat/draft.ts";
import { isActive } from "#app/chat/upload-queue.ts";
import { uploads } from "#app/chat/uploads.ts";
import { useStore } from "#app/ui/store.ts";

/** Brings back what was written before a reload, and has the browser ask before a page that still uploads is left. */
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
