import { ChevronDown, ImageOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { whenIdle } from "#app/ui/load-trouble.ts";
import { createPart } from "#app/ui/part.tsx";
import { words } from "#app/words/words.ts";
import type { Indexing } from "./indexing-counts.ts";
import { useIndexing } from "./use-indexing.ts";

/** Fetched ahead when the browser is idle, and not with the first load, because nothing is opened yet. */
const IndexingPanel = createPart(() => import("./indexing-panel.tsx"));

/** Shows a ring and one line about indexing, and opens the panel. It is hidden when there is nothing to do. */
export function IndexingStrip() {
  const { state } = useIndexing();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // An open panel stays open when the last photo is done.
  const isShown = state.kind !== "idle" || open;
  useEffect(() => {
    if (isShown) return whenIdle(IndexingPanel.preload);
  }, [isShown]);
  if (!isShown) return null;
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className="flex h-9 items-center gap-2 whitespace-nowrap rounded-control pr-2 pl-3 font-medium text-ink-2 text-sm hover:bg-fill hover:text-ink aria-expanded:bg-fill aria-expanded:text-ink pointer-coarse:h-11"
      >
        <Ring state={state} />
        <span className="max-sm:sr-only">{lineOf(state)}</span>
        <ChevronDown size={16} aria-hidden className={open ? "rotate-180" : ""} />
      </button>
      {open && <IndexingPanel opener={button} onClose={close} onGiveUp={close} />}
    </>
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
