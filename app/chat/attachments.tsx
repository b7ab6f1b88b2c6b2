import { useState } from "react";
import { words } from "#app/words/words.ts";
import { mostAskedWith } from "./draft.ts";
import { UploadItem } from "./upload-item.tsx";
import { isActive, type Upload } from "./upload-queue.ts";
import { uploads } from "./uploads.ts";
import { wholesAmong } from "./wholes.ts";

/** A message with more files shows only their counts. */
const mostItems = 24;

interface AttachmentsProps {
  files: readonly Upload[];
  askWith: boolean;
  onAskWith(askWith: boolean): void;
}

/** Shows the files of a message: failed files first, then the others in their order. */
export default function Attachments({ files, askWith, onAskWith }: AttachmentsProps) {
  const [opened, setOpened] = useState(false);
  const many = files.length > mostItems;
  const failed = files.filter((file) => file.state === "failed");
  const ordered = [...failed, ...files.filter((file) => file.state !== "failed")];
  return (
    <div className="pb-1">
      <div className="flex flex-wrap items-center gap-x-1 px-1 pb-1 pl-2.5 text-sm">
        <p className="py-1.5 pr-2">
          <b>{words.uploads.title(files.length)}</b>
          <span className="text-ink-2">, {words.uploads.counts(countsOf(files))}</span>
        </p>
        {many && (
          <TextButton onClick={() => setOpened(!opened)} expanded={opened}>
            {opened ? words.uploads.hide : words.uploads.show}
          </TextButton>
        )}
        <RetryFailed failed={failed} />
        {files.length > 1 && !files.some(isActive) && (
          <TextButton onClick={() => uploads.remove(files.map((file) => file.id))}>
            {words.uploads.clear}
          </TextButton>
        )}
        <AskWith files={files} checked={askWith} onChange={onAskWith} />
      </div>
      {(!many || opened) && (
        <ul
          aria-label={words.uploads.list}
          className="grid max-h-[min(332px,40dvh)] gap-1 overflow-y-auto p-0.5 sm:grid-cols-2 lg:grid-cols-3"
        >
          {ordered.map((file) => (
            <UploadItem key={file.id} upload={file} />
          ))}
        </ul>
      )}
    </div>
  );
}

function countsOf(files: readonly Upload[]) {
  const count = (state: Upload["state"]) => files.filter((file) => file.state === state).length;
  return {
    uploading: files.filter(isActive).length,
    stored: count("stored"),
    duplicate: count("duplicate"),
    failed: count("failed"),
  };
}

function RetryFailed({ failed }: { failed: Upload[] }) {
  const retryable = failed.filter((file) => file.failure?.retryable);
  if (retryable.length < 2) return null;
  return (
    <TextButton onClick={() => uploads.retry(retryable.map((file) => file.id))}>
      {words.uploads.retryAll(retryable.length)}
    </TextButton>
  );
}

interface AskWithProps {
  files: readonly Upload[];
  checked: boolean;
  onChange(checked: boolean): void;
}

/** Lets a person choose whether the added photos are part of the question. */
function AskWith({ files, checked, onChange }: AskWithProps) {
  const usable = wholesAmong(files).filter((file) => file.state !== "failed").length;
  if (usable === 0) return null;
  if (usable > mostAskedWith) {
    return <span className="ml-auto py-1.5 pr-2 text-ink-3">{words.uploads.askWithMost(mostAskedWith)}</span>;
  }
  return (
    <label className="ml-auto flex cursor-pointer items-center gap-2 py-1.5 pr-2 text-ink-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      {words.uploads.askWith(usable)}
    </label>
  );
}

interface TextButtonProps {
  onClick(): void;
  expanded?: boolean;
  children: string;
}

function TextButton({ onClick, expanded, children }: TextButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-expanded={expanded}
      className="rounded-thumb px-2 py-1.5 font-medium text-ink-2 hover:bg-fill hover:text-ink"
    >
      {children}
    </button>
  );
}
