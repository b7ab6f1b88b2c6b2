import { useSuspenseQuery } from "@tanstack/react-query";
import { SaveAsAlbumButton } from "#app/albums/save-as-album-button.tsx";
import { useTRPC } from "#app/api/client.ts";
import { lackingWords, useModels } from "#app/library/use-models.ts";
import { createPart, useWhenIdle } from "#app/ui/part.tsx";
import { SettingsLink } from "#app/ui/settings-link.tsx";
import { language } from "#app/words/language.ts";
import { words } from "#app/words/words.ts";
import type { Turn } from "#server/search/types.ts";
import { ActButtons } from "./act-buttons.tsx";
import { ConceptCounts } from "./concept-counts.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { NoMatch, useLoosened } from "./no-match.tsx";
import { OrderSwitch } from "./order-switch.tsx";
import { Problem } from "./problem.tsx";
import { ReadAs } from "./read-as.tsx";
import { Results } from "./results.tsx";
import { Counted, isSaid, Sentence, sentenceOf } from "./sentence.tsx";
import { Skeleton } from "./skeleton.tsx";
import { isAnswered } from "./turn-state.ts";
import { useTurnWords } from "./turn-words.tsx";
import { useAskAgain } from "./use-ask-again.ts";
import { useTurnView } from "./use-turn-view.ts";
import { canHaveWeaker, WeakerMatches } from "./weaker-matches.tsx";

/** These parts are loaded on demand, because few answers have done or ask something. */
const AlbumDone = createPart(() => import("./album-done.tsx"));
const FollowUps = createPart(() => import("./follow-ups.tsx"));
const Whom = createPart(() => import("./whom.tsx"));
const BreakdownTable = createPart(() => import("./breakdown.tsx"));

interface AnswerProps {
  turn: Turn;
  conversationId: string;
  /** The turns before it. */
  before: Turn[];
  /** True if this is the latest turn. */
  last: boolean;
}

/** Shows the answer to a question in each of its states: the sentence, the chips and the photos. */
export function Answer({ turn, conversationId, before, last }: AnswerProps) {
  const turnWords = useTurnWords();
  const trpc = useTRPC();
  const { data: status } = useSuspenseQuery(trpc.system.status.queryOptions());
  const view = useTurnView(turn, conversationId, before);
  const said = isSaid(turn);
  const loosened = useLoosened(turn, !said && !view.pending);
  if (!isAnswered(turn)) return <Pending turn={turn} photosInLibrary={status.photos.total} />;
  const sentence = sentenceOf(turn, status.photos.total, turnWords);
  const complete = turn.state !== "failed" && turn.state !== "stopped";
  const order = !said && turn.total > 1 && view.orders.length > 0 && <OrderSwitch view={view} />;
  const act = turn.plan?.act;
  const done = typeof act === "object" ? act?.done : undefined;
  const whom = turn.state === "done" ? turn.plan?.whom : undefined;
  const hasChips = !said && view.chips.length > 0;
  const weaker = turn.plan && canHaveWeaker(turn) && !view.pending && (
    <WeakerMatches key={JSON.stringify(turn.plan)} turn={turn} plan={turn.plan} />
  );
  return (
    <>
      <div className="mt-2 flex items-center justify-between gap-4">
        {complete ? (
          <Sentence>
            <Counted text={sentence} />
            {loosened[0] && ` ${turnWords.fewer(loosened[0].chips.length)}`}
          </Sentence>
        ) : (
          <Ending turn={turn} conversationId={conversationId} />
        )}
        {!hasChips && order}
      </div>
      {turn.second && complete && <ReadAs turn={turn} second={turn.second} conversationId={conversationId} />}
      {last && turn.state === "done" && turn.plan?.intent === "act" && turn.plan.act && (
        <ActButtons language={turn.plan.language} conversationId={conversationId} />
      )}
      {done && <AlbumDone done={done} />}
      {whom && (last || whom.is === undefined) && (
        <Whom turn={turn} whom={whom} conversationId={conversationId} />
      )}
      {hasChips ? (
        <div className="mt-3.5 mb-3 flex items-center gap-1.5">
          <FilterChips view={view} turnId={turn.id} />
          {order}
        </div>
      ) : (
        <div className="h-4" />
      )}
      {view.problem && (
        <div className="mb-3">
          <Problem reason={view.problem} onRetry={view.retry} />
        </div>
      )}
      {turn.plan?.ask === "table" && turn.state === "done" && (
        <BreakdownTable turn={turn} conversationId={conversationId} />
      )}
      <ConceptCounts turn={turn} conversationId={conversationId} />
      {loosened.length > 0 && <NoMatch loosened={loosened} onDrop={(chips) => view.takeOff(...chips)} />}
      {turn.plan && turn.hits.length > 0 ? (
        <Results
          key={turn.next ?? "all"}
          name={turn.id}
          label={
            view.order === "best"
              ? words.turn.resultsBest(turn.total)
              : words.turn.results(turn.total, words.turn[view.order])
          }
          answer={{ ...turn, plan: turn.plan }}
          numbered
          pending={view.pending}
          page={`/c/${conversationId}/r/${turn.id}`}
          below={weaker}
        />
      ) : (
        weaker
      )}
      {complete && !view.pending && turn.hits.length > 0 && turn.plan?.intent !== "act" && (
        <div className="-ml-3.5 mt-3 px-4 sm:px-0">
          <SaveAsAlbumButton
            turnId={turn.id}
            question={turn.text}
            total={turn.total}
            label={turnWords.saveAlbum}
            isQuiet
          />
        </div>
      )}
      {last && !view.pending && !turn.rereading && (
        <LateFollowUps turn={turn} conversationId={conversationId} />
      )}
    </>
  );
}

/** They are asked for after the answer, so that their code may come then, too. */
function LateFollowUps(asked: { turn: Turn; conversationId: string }) {
  return useWhenIdle(FollowUps) && <FollowUps {...asked} />;
}

/** Says what is being done, or what the turn waits for, while there is nothing to show yet. */
function Pending({ turn, photosInLibrary }: { turn: Turn; photosInLibrary: number }) {
  const turnWords = useTurnWords();
  const { lacking, address } = useModels();
  const count = turn.waiting.length;
  if (count === 0) {
    return (
      <>
        <p className="mt-2 text-ink-3">{turnWords.looking(photosInLibrary)}</p>
        <Skeleton />
      </>
    );
  }
  return (
    <p className="mt-2 max-w-(--measure) text-pretty text-ink-3">
      {turnWords.waiting(count)}{" "}
      {lacking && (
        <span lang={language()}>
          {lacking.reason === "not-running" ? words.indexing.waitingFor(address) : lackingWords(lacking)}{" "}
          <SettingsLink className="link -my-1 py-1">{words.models.whatToDo}</SettingsLink>
        </span>
      )}
    </p>
  );
}

/** Says that a turn was stopped or has failed, and offers to ask again. */
function Ending({ turn, conversationId }: { turn: Turn; conversationId: string }) {
  const turnWords = useTurnWords();
  const askAgain = useAskAgain(conversationId, turn);
  if (turn.state === "stopped") {
    return (
      <Sentence>
        {turnWords.stopped} {turn.total > 0 && <Counted text={`${turnWords.soFar(turn.total)} `} />}
        <button type="button" onClick={askAgain} className="link -my-1 py-1">
          {turnWords.askAgain}
        </button>
      </Sentence>
    );
  }
  if (turn.state !== "failed") return null;
  return <Problem reason={turn.error?.message ?? words.errors.unexpected} onRetry={() => void askAgain()} />;
}
