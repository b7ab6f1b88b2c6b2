import { CloudOff, X } from "lucide-react";
import { isUnsent } from "#app/chat/upload-queue.ts";
import { uploads } from "#app/chat/uploads.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { loadTrouble } from "#app/ui/load-trouble.ts";
import { useStore } from "#app/ui/store.ts";
import { words } from "#app/words/words.ts";

/** Says that a part of the page could not be loaded, and offers what helps. The page below stays as it is. */
export function LoadTroubleNote() {
  const trouble = useStore(loadTrouble, (state) => state);
  const unsent = useStore(uploads.store, (list) => list.filter(isUnsent).length);
  if (!trouble) return null;
  const isUpdated = trouble.failure === "updated";
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 mx-auto flex max-w-140 animate-fade-in flex-wrap items-center gap-x-3 gap-y-2 rounded-panel bg-surface p-3 pl-4 text-sm shadow-float sm:bottom-5"
    >
      <CloudOff size={16} aria-hidden className="text-danger" />
      <p className="min-w-50 flex-1 text-pretty">
        {words.load[trouble.failure]} {isUpdated && unsent > 0 && words.load.unsent(unsent)}
      </p>
      {isUpdated ? (
        <Button look="primary" onClick={() => location.reload()}>
          {words.load.reload}
        </Button>
      ) : (
        <Button look="primary" onClick={trouble.retry}>
          {words.load.retry}
        </Button>
      )}
      <IconButton look="bar" label={words.load.giveUp} onClick={trouble.giveUp}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
