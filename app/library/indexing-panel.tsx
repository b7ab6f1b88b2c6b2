import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { Hourglass, X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { RefObject } from "react";
import { useTRPC } from "#app/api/client.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { returnFocusTo } from "#app/ui/return-focus.ts";
import { SettingsLink } from "#app/ui/settings-link.tsx";
import { words } from "#app/words/words.ts";
import { DescribingControls } from "./describing-controls.tsx";
import { FailedJobs } from "./failed-jobs.tsx";
import { type Indexing, type IndexingCounts, type IndexingState, indexingStates } from "./indexing-counts.ts";
import { useIndexing } from "./use-indexing.ts";
import { lackingWords, type ModelsState } from "./use-models.ts";

const colours: Record<IndexingState, string> = {
  searchable: "bg-accent",
  factsOnly: "bg-[color-mix(in_srgb,var(--color-accent)_65%,var(--color-line-2))]",
  preparing: "bg-[color-mix(in_srgb,var(--color-accent)_45%,var(--color-fill))]",
  describing: "bg-line-2",
  embedding: "bg-[color-mix(in_srgb,var(--color-line-2)_55%,var(--color-surface))]",
  failed: "bg-danger",
};

interface IndexingPanelProps {
  opener: RefObject<HTMLElement>;
  onClose(): void;
}

/** Shows how many photos are searchable, under way or failed, and what they wait for. */
export default function IndexingPanel({ opener, onClose }: IndexingPanelProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 max-sm:animate-fade-in max-sm:bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocusTo(opener)}
          className="fixed z-20 overflow-y-auto bg-surface shadow-float outline-none max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[calc(100dvh-64px)] max-sm:animate-sheet-in max-sm:rounded-t-composer sm:top-(--top-bar) sm:right-[max(var(--gutter),calc((100vw-var(--sidebar)-var(--column))/2))] sm:max-h-[calc(100dvh-var(--top-bar)-16px)] sm:w-[min(760px,calc(100vw-2*var(--gutter)))] sm:animate-panel-in sm:rounded-panel"
        >
          <State />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function State() {
  const { counts, total, shownInPart, waitingSidecars, state, models } = useIndexing();
  return (
    <>
      <div className="flex items-start gap-4 pt-5 pr-3 pl-6">
        <div>
          <Dialog.Title className="font-semibold text-lg tracking-[-0.01em]">
            {words.indexing.title(counts.searchable, total)}
          </Dialog.Title>
          <p className="text-ink-2 text-sm">{subtitle(state)}</p>
        </div>
        <Dialog.Close asChild>
          <IconButton label={words.indexing.close} className="-mt-1.5 ml-auto">
            <X size={18} aria-hidden />
          </IconButton>
        </Dialog.Close>
      </div>
      <div aria-hidden className="mx-6 mt-4.5 flex h-2 gap-0.5 overflow-hidden rounded-full">
        {indexingStates
          .filter((each) => counts[each] > 0)
          .map((each) => (
            <span
              key={each}
              className={`min-w-0.75 rounded-[2px] ${colours[each]}`}
              style={{ flexGrow: counts[each] }}
            />
          ))}
      </div>
      <Counts counts={counts} models={models} />
      {(counts.factsOnly > 0 || shownInPart > 0) && (
        <p className="px-6 pb-4 text-ink-2 text-sm">
          {words.indexing.withoutPixels(counts.factsOnly, shownInPart)}
        </p>
      )}
      {counts.describing > 0 && !models.ready.off && (
        <div className="px-6 pb-4 text-sm">
          <DescribingControls />
        </div>
      )}
      {waitingSidecars > 0 && (
        <p className="px-6 pb-4 text-ink-2 text-sm">{words.indexing.waitingSidecars(waitingSidecars)}</p>
      )}
      {state.kind === "waiting" && <Waiting models={models} />}
      <FailedJobs count={counts.failed} />
    </>
  );
}

function subtitle(state: Indexing): string {
  if (state.kind === "working") return words.indexing.going(state.left, state.stage);
  return state.kind === "idle" ? words.indexing.allDone : words.indexing.rested;
}

function Counts({ counts, models }: { counts: IndexingCounts; models: ModelsState }) {
  const waits: Partial<Record<IndexingState, boolean>> = {
    describing: counts.describing > 0 && !models.ready.describe,
    embedding: counts.embedding > 0 && !models.ready.embed,
  };
  return (
    <dl className="grid gap-1.5 px-6 pt-4 pb-5 sm:grid-cols-6 sm:gap-2">
      {indexingStates.map((each) => (
        <div key={each} className="max-sm:flex max-sm:items-baseline max-sm:gap-2">
          <dt className="flex items-center gap-1.75 text-ink-2 text-sm">
            <span aria-hidden className={`size-2 rounded-[2px] ${colours[each]}`} />
            {words.indexing.states[each]}
          </dt>
          <dd className="mt-0.5 font-semibold text-xl tracking-title max-sm:order-3 max-sm:min-w-13 max-sm:text-right max-sm:text-base">
            {words.count(counts[each])}
          </dd>
          <dd className="h-4 text-ink-3 text-xs max-sm:ml-auto">{waits[each] && words.indexing.waits}</dd>
        </div>
      ))}
    </dl>
  );
}

function Waiting({ models: { lacking, address } }: { models: ModelsState }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const checking = useIsFetching(trpc.system.status.queryFilter()) > 0;
  if (!lacking) return null;
  return (
    <div className="mx-6 mb-3 flex flex-wrap items-center gap-3 rounded-send bg-warn-soft p-3 pl-3.5 text-sm sm:flex-nowrap">
      <Hourglass size={18} aria-hidden className="mt-px self-start text-warn" />
      <p className="flex-1 text-pretty max-sm:basis-[calc(100%-32px)]">
        {lacking.reason === "not-running" ? words.indexing.waitingFor(address) : lackingWords(lacking)}{" "}
        <span className="text-ink-2">{words.indexing.goesOn}</span>{" "}
        <Dialog.Close asChild>
          <SettingsLink className="link -my-1 py-1">{words.models.whatToDo}</SettingsLink>
        </Dialog.Close>
      </p>
      <Button
        look="raised"
        disabled={checking}
        className="max-sm:ml-7.5"
        onClick={() => void queryClient.invalidateQueries(trpc.system.status.queryFilter())}
      >
        {words.indexing.check}
      </Button>
    </div>
  );
}
