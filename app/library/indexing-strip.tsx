import { ChevronDown, ImageOff } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { createPart } from "#app/ui/part.tsx";
import { words } from "#app/words/words.ts";
import type { Indexing } from "./indexing-counts.ts";
import { useIndexing } from "./use-indexing.ts";

const IndexingPanel = createPart(() => import("./indexing-panel.tsx"));

/** Shows a ring and one line about indexing, and opens the panel. It is hidden when there is nothing to do. */
export function IndexingStrip() {
  const { state } = useIndexing();
  const [open, setOpen] = useState(false);
  // An open panel stays open when the last photo is done.
  if (state.kind === "idle" && !open) return null;
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="flex h-9 items-center gap-2 whitespace-nowrap rounded-control pr-2 pl-3 font-medium text-ink-2 text-sm hover:bg-fill hover:text-ink data-[state=open]:bg-fill data-[state=open]:text-ink pointer-coarse:h-11">
        <Ring state={state} />
        <span className="max-sm:sr-only">{lineOf(state)}</span>
        <ChevronDown size={16} aria-hidden className={open ? "rotate-180" : ""} />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 max-sm:animate-fade-in max-sm:bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed z-20 overflow-y-auto bg-surface shadow-float outline-none max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[calc(100dvh-64px)] max-sm:animate-sheet-in max-sm:rounded-t-composer sm:top-(--top-bar) sm:right-[max(var(--gutter),calc((100vw-var(--sidebar)-var(--column))/2))] sm:max-h-[calc(100dvh-var(--top-bar)-16px)] sm:w-[min(760px,calc(100vw-2*var(--gutter)))] sm:animate-panel-in sm:rounded-panel"
        >
          <IndexingPanel
            meanwhile={<Dialog.Title className="p-6">{words.indexing.label}</Dialog.Title>}
            onGiveUp={() => setOpen(false)}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Ring({ state }: { state: Indexing }) {
  if (state.kind === "failed") return <ImageOff size={16} aria-hidden className="text-danger" />;
  const colour = state.kind === "waiting" ? "text-warn" : "text-accent";
  // Fill at least a little, so that the ring is visible from the start.
  const done = state.kind === "idle" ? 100 : Math.max(6, state.done);
  return (
    <span
      aria-hidden
      className={`ring-progress size-4 ${colour}`}
      style={{ "--done": done } as React.CSSProperties}
    />
  );
}

function lineOf(state: Indexing): string {
  switch (state.kind) {
    case "working":
      return words.indexing[state.stage](state.left);
    case "resting":
      return words.indexing.resting(state.left);
    case "waiting":
      return words.indexing.waiting(state.left);
    case "failed":
      return words.indexing.failed(state.failed);
    case "idle":
      return words.indexing.allDone;
  }
}
