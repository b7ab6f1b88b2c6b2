import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { isOffline, reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { createStore, useStore } from "#app/ui/store.ts";
import { uuid } from "#app/ui/uuid.ts";
import { words } from "#app/words/words.ts";
import type { Turn } from "#server/search/types.ts";
import { lengthOf, longestQuestion } from "./draft.ts";
import { editedTurn } from "./edited-turn.ts";
import { focusComposer } from "./focus-composer.ts";
import { ask } from "./live-turns.ts";
import { TextLength } from "./text-length.tsx";
import { useTurnWords } from "./turn-words.tsx";

/** An edited question that did not reach the server, and why. */
const unsent = createStore<{ turnId: string; text: string; problem: string } | null>(null);

interface QuestionEditorProps {
  turn: Turn;
  /** The turns after it, which go with the old question. */
  later: Turn[];
  headingId: string;
  conversationId: string;
}

/** Edits a question in its place. Enter asks it anew, and the later turns go; Esc leaves it as it was. */
export default function QuestionEditor({ turn, later, headingId, conversationId }: QuestionEditorProps) {
  const turnWords = useTurnWords();
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const kept = useStore(unsent, (edit) => (edit?.turnId === turn.id ? edit : null));
  const [text, setText] = useState(kept?.text ?? turn.text);
  const canAsk = (text.trim() !== "" || turn.photos.length > 0) && lengthOf(text) <= longestQuestion;

  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  function leave(): void {
    unsent.set(() => null);
    editedTurn.set(() => null);
    // The pencil is there again only after the next drawing.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-edit="${turn.id}"]`)?.focus());
  }

  async function askAnew(event: FormEvent | KeyboardEvent): Promise<void> {
    event.preventDefault();
    if (!canAsk) return;
    if (text.trim() === turn.text.trim()) return leave();
    unsent.set(() => null);
    try {
      const replaces = [turn, ...later];
      const asking = ask(conversationId, uuid(), { text: text.trim(), photos: turn.photos, replaces });
      editedTurn.set(() => null);
      focusComposer();
      await asking;
    } catch (error) {
      // The old turn is on the screen again, so its editor is too, with the text that was written.
      const problem = isOffline(error) ? words.offline.short : reasonOf(error);
      unsent.set(() => ({ turnId: turn.id, text, problem }));
      editedTurn.set(() => turn.id);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const composes = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === "Escape" && !composes) {
      event.preventDefault();
      leave();
    }
    const isEnter = event.key === "Enter" && !event.shiftKey && !composes;
    if (isEnter && !matchMedia("(pointer: coarse)").matches) void askAnew(event);
  }

  return (
    <form
      onSubmit={(event) => void askAnew(event)}
      className="-mx-3 max-w-190 rounded-panel bg-surface p-2 shadow-composer has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-accent"
    >
      <h2 id={headingId} className="sr-only">
        {turnWords.editing}
      </h2>
      <div className="grid *:col-start-1 *:row-start-1 *:px-2 *:py-1">
        <div
          aria-hidden
          className="invisible whitespace-pre-wrap break-words font-semibold text-xl"
        >{`${text} `}</div>
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={turnWords.editing}
          aria-describedby={hintId}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-w-0 resize-none overflow-hidden bg-transparent font-semibold text-xl tracking-title outline-none"
        />
      </div>
      <TextLength length={lengthOf(text)} />
      {kept && (
        <p role="alert" className="px-2 pt-1 text-danger text-sm">
          {kept.problem}
        </p>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-2 pl-2">
        <p id={hintId} className="min-w-40 flex-1 text-pretty text-ink-3 text-xs">
          {turnWords.editHint(later.length)}
        </p>
        <Button look="secondary" onClick={leave}>
          {turnWords.editCancel}
        </Button>
        <Button look="primary" type="submit" disabled={!canAsk}>
          {turnWords.editSend}
        </Button>
      </div>
    </form>
  );
}
