import { useEffect, useState } from "react";
import { droppedFiles } from "#app/chat/dropped-files.ts";
import { preloadSending, uploads } from "#app/chat/uploads.ts";
import { words } from "#app/words/words.ts";

/** Accepts photos that are dropped anywhere in the window or pasted. A drop never leaves the page. */
export function DropArea() {
  const [dragged, setDragged] = useState<number | null>(null);

  useEffect(preloadSending, []);
  useEffect(() => {
    // An inner element is entered before the outer one is left, so depth is 0 only outside the window.
    let depth = 0;
    const withFiles = (handle: (transfer: DataTransfer) => void) => (event: DragEvent) => {
      const transfer = event.dataTransfer;
      if (!transfer?.types.includes("Files")) return keepHere(event);
      event.preventDefault();
      handle(transfer);
    };
    const enter = withFiles((transfer) => {
      depth++;
      setDragged(transfer.items.length);
    });
    const over = withFiles((transfer) => {
      transfer.dropEffect = "copy";
    });
    const leave = withFiles(() => {
      depth--;
      if (depth <= 0) setDragged(null);
    });
    const drop = withFiles((transfer) => {
      depth = 0;
      setDragged(null);
      void droppedFiles(transfer).then(uploads.add);
    });
    function paste(event: ClipboardEvent): void {
      const files = event.clipboardData?.files;
      if (!files || files.length === 0) return;
      event.preventDefault();
      uploads.add(files);
    }
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener("dragenter", enter, { signal });
    addEventListener("dragover", over, { signal });
    addEventListener("dragleave", leave, { signal });
    addEventListener("drop", drop, { signal });
    document.addEventListener("paste", paste, { signal });
    return () => listening.abort();
  }, []);

  if (dragged === null) return null;
  return (
    <div role="status" className="pointer-events-none fixed inset-0 z-30 animate-fade-in bg-canvas/80">
      <div className="absolute inset-x-3 bottom-3 mx-auto grid h-56 max-w-(--column) place-content-center rounded-composer bg-surface px-6 text-center shadow-float outline-2 outline-accent sm:inset-x-(--gutter) sm:bottom-5 lg:left-[calc(var(--sidebar)+var(--gutter))]">
        <p className="font-semibold text-2xl tracking-display">{words.drop.title(dragged)}</p>
        <p className="mt-1.5 text-ink-2">{words.drop.body}</p>
      </div>
    </div>
  );
}

/** Lets a link or a text be dropped into fields only: anywhere else the browser would open the link. */
function keepHere(event: DragEvent): void {
  if (event.target instanceof Element && event.target.closest("textarea, input")) return;
  event.preventDefault();
  if (event.type === "dragover" && event.dataTransfer) event.dataTransfer.dropEffect = "none";
}
