import { useNavigationType } from "@remix-run/react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPC } from "#app/api/client.ts";
import { createPart, useWhenIdle } from "#app/ui/part.tsx";
import { useStore } from "#app/ui/store.ts";
import { language } from "#app/words/language.ts";
import { turnWordsIn } from "#app/words/turns.ts";
import { words } from "#app/words/words.ts";
import type { Turn } from "#server/search/types.ts";
import { Composer } from "./composer.tsx";
import { editedTurn } from "./edited-turn.ts";
import { isAskedHere, liveTurns, resume, stop, withTurn } from "./live-turns.ts";
import { isSaid } from "./sentence.tsx";
import { TurnArticle } from "./turn.tsx";
import { isOpen } from "./turn-state.ts";

/** Loaded on demand, because nothing is chosen at first. */
const AnswerSelection = createPart(() => import("#app/shelf/answer-selection.tsx"));
/** It is there only when somebody has scrolled away. */
const JumpToLatest = createPart(() => import("./jump-to-latest.tsx"));

/** Shows the turns one below the other, and the composer at the bottom. */
export function Conversation({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: conversation } = useSuspenseQuery(trpc.conversations.get.queryOptions({ id }));
  const live = useStore(liveTurns, (turns) => turns);
  const field = useRef<HTMLTextAreaElement>(null);
  const section = useRef<HTMLElement>(null);
  const canSelect = useWhenIdle(AnswerSelection);
  const canJump = useWhenIdle(JumpToLatest);
  const turns = Object.values(live)
    .filter((each) => each.conversationId === id)
    .reduce((all, { turn }) => withTurn(all, turn), conversation.turns);
  const last = turns.at(-1);
  const running = turns.find((turn) => turn.state === "running");

  useEffect(() => {
    for (const turn of conversation.turns) if (isOpen(turn)) resume(id, turn);
  }, [id, conversation.turns]);

  // Leaving the page closes the editor of a question too.
  useEffect(() => () => editedTurn.set(() => null), []);
  useEscape(running?.id, () => field.current?.focus());
  useScrollToNewTurn(turns.length, last?.id);

  return (
    <>
      <section ref={section} aria-label={words.conversation.turns} data-fitted className="column grow pb-4">
        {turns.map((turn, at) => (
          <TurnArticle
            key={turn.id}
            turn={turn}
            conversationId={id}
            before={turns.slice(0, at)}
            later={turns.slice(at + 1)}
            roomBelow={turn === last && turns.length > 1}
            last={turn === last}
          />
        ))}
      </section>
      <p role="status" lang={last?.plan?.language} className="sr-only">
        {last?.state === "done" ? announced(last) : ""}
      </p>
      <div className="sticky bottom-0 z-4 bg-[linear-gradient(transparent,var(--color-canvas)_24px)] pt-6 pb-5 max-sm:pt-4 max-sm:pb-3">
        <div className="column max-sm:px-3">
          {canJump && <JumpToLatest turnId={last?.id} />}
          {canSelect && <AnswerSelection turns={section} isRunning={running !== undefined} />}
          <Composer
            field={field}
            conversationId={id}
            runningTurnId={running?.id}
            onEditLast={() => last && editedTurn.set(() => last.id)}
            placeholder={turns.length > 0 ? words.composer.refine : words.composer.placeholderShort}
          />
        </div>
      </div>
    </>
  );
}

/** The text that a screen reader reads out for an answer, and again for a second reading. */
function announced(turn: Turn): string {
  const turnWords = turnWordsIn(turn.plan?.language ?? language());
  const { second } = turn;
  const read = second && (second.serves === "second" ? turnWords.readAs : turnWords.alsoReadAs)(second.text);
  return [read, isSaid(turn) ? turn.words : turnWords.found(turn.total)].filter(Boolean).join(" ");
}

/** Stops the running turn on Esc, unless a dialog is open or something else has handled the key. */
function useEscape(runningTurnId: string | undefined, afterwards: () => void): void {
  useEffect(() => {
    if (!runningTurnId) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("[role=dialog]")) return;
      stop(runningTurnId ?? "");
      afterwards();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}

/**
 * Scrolls a new question to the top of the window. Its answer grows below it, so nothing moves after that. A question
 * that was asked in another tab moves nothing here.
 */
function useScrollToNewTurn(count: number, lastId: string | undefined): void {
  const navigationType = useNavigationType();
  const before = useRef(navigationType === "POP" ? count : 0);
  useEffect(() => {
    const isWanted = before.current === 0 || isAskedHere(lastId ?? "");
    if (lastId && count > before.current && count > 1 && isWanted) {
      document.querySelector(`[data-turn="${lastId}"]`)?.scrollIntoView();
    }
    before.current = count;
  }, [count, lastId]);
}
