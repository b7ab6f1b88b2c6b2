import { useNavigationType } from "@remix-run/react";
import { useQueryClient } from "@tanstack/react-query";
import { ArrowUp, Plus, Square } from "lucide-react";
import {
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { IconButton } from "#app/ui/button.tsx";
import { whenIdle } from "#app/ui/load-trouble.ts";
import { createPart } from "#app/ui/part.tsx";
import { useStore } from "#app/ui/store.ts";
import { words } from "#app/words/words.ts";
import { besidePhotos, takenTypes } from "#server/formats.ts";
import { ComposerNote } from "./composer-note.tsx";
import {
  changeDraft,
  draft as draftStore,
  isAskedWith,
  lengthOf,
  longestQuestion,
  useDraft,
  writeDraft,
} from "./draft.ts";
import { stop } from "./live-turns.ts";
import { SpeechButton, SpeechNote } from "./speech.tsx";
import { Suggestions } from "./suggestions.tsx";
import { TextLength } from "./text-length.tsx";
import { isActive } from "./upload-queue.ts";
import { aside, setAdded, uploads } from "./uploads.ts";
import { useSend } from "./use-send.ts";
import { useSpeech } from "./use-speech.ts";
import { useSuggestions } from "./use-suggestions.ts";

/** Fetched ahead when the browser is idle, and not with the first load, because a message has no files at first. */
const Attachments = createPart(() => import("./attachments.tsx"));
const SetAside = createPart(() => import("./set-aside.tsx"));

/** Browsers do not know all of these types, so the extensions are named too. */
const accepted = [
  "image/*",
  "video/*",
  ...Object.values({ ...takenTypes, ...besidePhotos }).map((extension) => `.${extension}`),
].join();

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement>;
  conversationId?: string;
  /** The turn that the Stop button ends. */
  runningTurnId?: string;
  placeholder: string;
  /** Edits the latest question. */
  onEditLast?(): void;
}

/** The form in which a person writes questions and adds photos. */
export function Composer({ field, conversationId, runningTurnId, placeholder, onEditLast }: ComposerProps) {
  const draft = useDraft();
  const files = useStore(uploads.store, (list) => list);
  const isAside = useStore(aside, ({ removed, added }) => removed !== null || added.length > 0);
  const send = useSend(conversationId);
  const queryClient = useQueryClient();
  const [arrival] = useState(useNavigationType());
  const picker = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const namesId = useId();
  const spokenAfter = useRef("");
  const speech = useSpeech((heard) => writeDraft(spokenAfter.current + heard));
  const suggestions = useSuggestions(draft.text, speech.stop);
  const isNew = conversationId === undefined;
  const asksWith = isAskedWith(files, draft.askWith);
  const canSend = (draft.text.trim() !== "" || asksWith) && lengthOf(draft.text) <= longestQuestion;
  const uploading = asksWith ? files.filter(isActive).length : 0;

  useEffect(() => {
    // Keep what was typed before React took over the page.
    if (field.current?.value && draftStore.get().text === "") writeDraft(field.current.value);
    // Somebody who comes from another page, or opens the page of a new question, wants to type next. On a touch screen
    // the focus would open the keyboard. It happens on arrival only: going on in the lightbox is a navigation too, and
    // must not move the focus to the page below.
    const isWanted = arrival !== "POP" || (isNew && !isBusy());
    if (isWanted && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [field, arrival, isNew]);

  const isHeld = uploading > 0 || runningTurnId !== undefined || draft.sending;
  useEffect(() => {
    if (draft.waiting && !isHeld) void send();
  }, [draft.waiting, isHeld, send]);

  // Uploaded files that are not part of the question need no more room than one line.
  const isAdded = !asksWith && files.some(({ photo }) => photo !== null) && !files.some(isActive);
  useEffect(() => {
    if (isAdded) setAdded();
  }, [isAdded]);

  useEffect(
    () =>
      whenIdle(() => {
        Attachments.preload();
        SetAside.preload();
      }),
    [],
  );

  // When the page changes, stop waiting to send: otherwise another conversation would get the question.
  useEffect(() => () => changeDraft({ waiting: false }), []);

  /** Uploads the failed files again, and sends the question again if that failed. */
  function retry(): void {
    uploads.retry(files.map((file) => file.id));
    if (draft.problem) void send();
    else void queryClient.invalidateQueries();
  }

  /** Sends the draft. While an answer runs, it waits for its end. */
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    suggestions.close();
    // Speech that is still being heard must not bring back a text that was sent or typed over.
    speech.stop();
    if (!runningTurnId) void send();
    else if (canSend) changeDraft({ waiting: true });
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (suggestions.onKeyDown(event)) return;
    const composes = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === "ArrowUp" && draft.text === "" && onEditLast && !composes) {
      event.preventDefault();
      onEditLast();
      return;
    }
    if (event.key !== "Enter" || event.shiftKey || composes) return;
    if (matchMedia("(pointer: coarse)").matches) return;
    submit(event);
  }

  return (
    <form
      onSubmit={submit}
      aria-label={words.composer.form}
      className="relative rounded-composer bg-surface p-2 shadow-composer has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-accent"
    >
      <ComposerNote
        draft={draft}
        uploading={uploading}
        running={runningTurnId !== undefined}
        onRetry={retry}
      />
      <Suggestions id={namesId} suggestions={suggestions} side={isNew ? "below" : "above"} />
      {isAside && <SetAside />}
      {files.length > 0 && (
        <Attachments files={files} askWith={asksWith} onAskWith={(askWith) => changeDraft({ askWith })} />
      )}
      <div className="flex items-end gap-1">
        <IconButton look="composer" label={words.composer.attach} onClick={() => picker.current?.click()}>
          <Plus size={18} aria-hidden />
        </IconButton>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={accepted}
          onChange={(event) => {
            uploads.add(event.target.files ?? []);
            event.target.value = "";
          }}
        />
        <div className="grid max-h-52 min-w-0 flex-1 overflow-y-auto *:col-start-1 *:row-start-1 *:px-1.5 *:py-2 pointer-coarse:*:py-2.5">
          {/* This invisible copy of the text makes the field grow with it, up to eight lines. */}
          <div aria-hidden className="invisible whitespace-pre-wrap break-words">{`${draft.text} `}</div>
          <textarea
            ref={field}
            rows={1}
            data-composer
            value={draft.text}
            placeholder={placeholder}
            aria-label={words.composer.label}
            aria-describedby={hintId}
            aria-autocomplete="list"
            aria-controls={suggestions.names.length > 0 ? namesId : undefined}
            aria-activedescendant={
              suggestions.names.length > 0 ? `${namesId}-${suggestions.active}` : undefined
            }
            onBlur={suggestions.close}
            onChange={(event) => {
              speech.stop();
              writeDraft(event.target.value);
            }}
            onKeyDown={onKeyDown}
            className="min-w-0 resize-none overflow-hidden bg-transparent outline-none placeholder:truncate placeholder:text-ink-3"
          />
        </div>
        <SpeechButton
          speech={{
            ...speech,
            toggle() {
              spokenAfter.current = draft.text === "" ? "" : `${draft.text.trimEnd()} `;
              speech.toggle();
            },
          }}
        />
        {runningTurnId && <StopButton turnId={runningTurnId} field={field} />}
        {/* While an answer runs, the button is there as soon as there is something to send after it. */}
        {(!runningTurnId || (canSend && !draft.waiting)) && (
          <SendButton disabled={!canSend || draft.sending} />
        )}
      </div>
      <SpeechNote speech={speech} />
      <TextLength length={lengthOf(draft.text)} />
      <p id={hintId} className="sr-only">
        {runningTurnId ? words.composer.running : canSend ? "" : words.composer.nothing}
      </p>
    </form>
  );
}

const roundButton =
  "grid size-10 shrink-0 place-items-center rounded-send transition-colors disabled:cursor-not-allowed disabled:bg-fill disabled:text-ink-3 pointer-coarse:size-11";

function SendButton({ disabled }: { disabled: boolean }) {
  return (
    <button
      type="submit"
      disabled={disabled}
      aria-label={words.composer.send}
      title={words.composer.send}
      className={`${roundButton} bg-ink text-on-ink`}
    >
      <ArrowUp size={18} aria-hidden />
    </button>
  );
}

function StopButton({ turnId, field }: { turnId: string; field: RefObject<HTMLTextAreaElement> }) {
  function stopAndWrite(): void {
    stop(turnId);
    field.current?.focus();
  }
  return (
    <button
      type="button"
      onClick={stopAndWrite}
      aria-label={words.composer.stop}
      title={words.composer.stop}
      className={`${roundButton} bg-fill hover:bg-fill-2`}
    >
      <Square size={14} fill="currentColor" aria-hidden />
    </button>
  );
}

/** Tells whether something else has the focus, or lies over the page. */
function isBusy(): boolean {
  const { activeElement, body } = document;
  return (
    (activeElement !== null && activeElement !== body) || document.querySelector("[role=dialog]") !== null
  );
}
