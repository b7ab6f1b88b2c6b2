import { useSuspenseQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTRPC } from "#app/api/client.ts";
import { lackingWords, useModels } from "#app/library/use-models.ts";
import { SettingsLink } from "#app/ui/settings-link.tsx";
import { words } from "#app/words/en.ts";
import type { Turn } from "#server/search/types.ts";
import { FilterChips } from "./filter-chips.tsx";
import { NoMatch, useLoosened } from "./no-match.tsx";
import { OrderSwitch } from "./order-switch.tsx";
import { Results } from "./results.tsx";
import { Skeleton } from "./skeleton.tsx";
import { isAnswered } from "./turn-state.ts";
import { useAskAgain } from "./use-ask-again.ts";
import { type TurnView, useTurnView } from "./use-turn-view.ts";

/** What a question brought: the sentence, what it was narrowed by, and the photos; in every state that it can be in. */
export function Answer({ turn, conversationId }: { turn: Turn; conversationId: string }) {
  const trpc = useTRPC();
  const { data: status } = useSuspenseQuery(trpc.system.status.queryOptions());
  const view = useTurnView(turn);
  const loosened = useLoosened(view, turn.state === "done");
  if (!isAnswered(turn)) return <Pending turn={turn} photosInLibrary={status.photos.total} />;
  const complete = turn.state !== "failed" && turn.state !== "stopped";
  const order = view.total > 1 && view.plan?.text && (
    <OrderSwitch order={view.order} onChange={view.setOrder} />
  );
  return (
    <>
      <div className="mt-2 flex items-center justify-between gap-4">
        {complete ? (
          <Sentence>{sentenceOf(turn, view, loosened.length > 0, status.photos.total)}</Sentence>
        ) : (
          <Ending turn={turn} conversationId={conversationId} />
        )}
        {view.chips.length === 0 && order}
      </div>
      {view.chips.length > 0 ? (
        <div className="mt-3.5 mb-3 flex items-center gap-1.5">
          <FilterChips view={view} />
          {order}
        </div>
      ) : (
        <div className="h-4" />
      )}
      {loosened.length > 0 && <NoMatch loosened={loosened} onDrop={view.toggle} />}
      {view.hits.length > 0 && <Results key={view.next ?? "all"} turn={turn} view={view} />}
    </>
  );
}

/** While nothing is there to show: what is done, or what it waits for. */
function Pending({ turn, photosInLibrary }: { turn: Turn; photosInLibrary: number }) {
  const { lacking, address } = useModels();
  const count = turn.waiting.length;
  if (count === 0) {
    return (
      <>
        <p className="mt-2 text-ink-3">{words.turn.looking(photosInLibrary)}</p>
        <Skeleton />
      </>
    );
  }
  return (
    <p className="mt-2 max-w-(--measure) text-pretty text-ink-3">
      {words.turn.waiting(count)}{" "}
      {lacking && (
        <>
          {lacking.reason === "not-running" ? words.indexing.waitingFor(address) : lackingWords(lacking)}{" "}
          <SettingsLink className="link -my-1 py-1">{words.models.whatToDo}</SettingsLink>
        </>
      )}
    </p>
  );
}

function sentenceOf(turn: Turn, view: TurnView, loosened: boolean, photosInLibrary: number): ReactNode {
  if (photosInLibrary === 0) return words.turn.emptyLibrary;
  // The first hits may be those by words alone; what is said comes when all are there.
  if (turn.state === "running" && turn.words === "") return words.turn.looking(photosInLibrary);
  const removed = view.chips.filter((chip) => view.removed.includes(chip.words)).map((chip) => chip.label);
  if (removed.length > 0) return <Counted text={words.turn.changed(view.total, removed)} />;
  if (view.total > 0) return <Counted text={turn.words} />;
  if (view.chips.length === 0) return <Counted text={turn.words || words.turn.none} />;
  return <Counted text={`${words.turn.noneAll}${loosened ? ` ${words.turn.oneLess}` : ""}`} />;
}

function Sentence({ children }: { children: ReactNode }) {
  return <p className="min-h-6 max-w-(--measure) text-pretty text-ink-2">{children}</p>;
}

/** A sentence with its count in bold. */
function Counted({ text }: { text: string }) {
  const [, count, rest] = /^([\d.,]+ photos?|No photo[^.]*\.)([\s\S]*)$/.exec(text) ?? [];
  if (count === undefined) return text;
  return (
    <>
      <strong className="text-ink">{count}</strong>
      {rest}
    </>
  );
}

/** How a turn ended when it did not end well. */
function Ending({ turn, conversationId }: { turn: Turn; conversationId: string }) {
  const askAgain = useAskAgain(conversationId, turn);
  if (turn.state === "stopped") {
    return (
      <Sentence>
        {words.turn.stopped} {turn.total > 0 && <Counted text={`${words.turn.soFar(turn.total)} `} />}
        <button type="button" onClick={askAgain} className="link -my-1 py-1">
          {words.turn.askAgain}
        </button>
      </Sentence>
    );
  }
  if (turn.state !== "failed") return null;
  return (
    <div role="alert" className="flex max-w-(--measure) items-start gap-2 text-ink-2">
      <CloudOff size={16} aria-hidden className="mt-1 text-danger" />
      <p>
        {turn.error?.message ?? words.errors.unexpected}{" "}
        <button type="button" onClick={askAgain} className="link -my-1 py-1">
          {words.turn.retry}
        </button>
      </p>
    </div>
  );
}
