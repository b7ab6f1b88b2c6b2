import { useSuspenseQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTRPC } from "#app/api/client.ts";
import { words } from "#app/words/en.ts";
import type { Turn } from "#server/search/types.ts";
import { FilterChips } from "./filter-chips.tsx";
import { NoMatch } from "./no-match.tsx";
import { OrderSwitch } from "./order-switch.tsx";
import { Results } from "./results.tsx";
import { Skeleton } from "./skeleton.tsx";
import { isAnswered } from "./turn-state.ts";
import { useAskAgain } from "./use-ask-again.ts";
import { useTurnView } from "./use-turn-view.ts";

/** What a question brought: the sentence, what it was narrowed by, and the photos; in every state that it can be in. */
export function Answer({ turn, conversationId }: { turn: Turn; conversationId: string }) {
  const trpc = useTRPC();
  const { data: status } = useSuspenseQuery(trpc.system.status.queryOptions());
  const view = useTurnView(turn);
  if (!isAnswered(turn)) {
    return (
      <>
        <Sentence quiet>
          {turn.waiting.length > 0
            ? words.turn.waiting(turn.waiting.length)
            : words.turn.looking(status.photos.total)}
        </Sentence>
        {turn.waiting.length === 0 && <Skeleton />}
      </>
    );
  }
  const empty = view.total === 0 && turn.state !== "failed" && turn.state !== "stopped";
  return (
    <>
      <Ending turn={turn} conversationId={conversationId} />
      {turn.state !== "failed" && turn.state !== "stopped" && (
        <Sentence>
          {view.changed ? (
            <Counted text={empty ? words.turn.none : words.turn.changed(view.total)} />
          ) : empty && status.photos.total === 0 ? (
            words.turn.emptyLibrary
          ) : (
            <Counted text={turn.words || words.turn.found(turn.total)} />
          )}
        </Sentence>
      )}
      {(view.chips.length > 0 || view.total > 1) && (
        <div className="mt-4 mb-3 flex min-h-9 items-center gap-1.5">
          <FilterChips view={view} />
          {view.total > 1 && view.plan?.text && <OrderSwitch order={view.order} onChange={view.setOrder} />}
        </div>
      )}
      {empty && turn.state === "done" && !view.changed && <NoMatch view={view} />}
      {view.hits.length > 0 && <Results key={view.next ?? "all"} turn={turn} view={view} />}
    </>
  );
}

function Sentence({ quiet = false, children }: { quiet?: boolean; children: ReactNode }) {
  return (
    <p className={`mt-2 min-h-6 max-w-(--measure) text-pretty ${quiet ? "text-ink-3" : "text-ink-2"}`}>
      {children}
    </p>
  );
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
        {words.turn.stopped} <Counted text={words.turn.soFar(turn.total)} />{" "}
        <button type="button" onClick={askAgain} className="link -my-1 py-1">
          {words.turn.askAgain}
        </button>
      </Sentence>
    );
  }
  if (turn.state !== "failed") return null;
  return (
    <div role="alert" className="mt-2 flex max-w-(--measure) items-start gap-2 text-ink-2">
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
