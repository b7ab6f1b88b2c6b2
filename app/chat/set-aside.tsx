import { CircleCheck, X } from "lucide-react";
import type { ReactNode } from "react";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { useStore } from "#app/ui/store.ts";
import { words } from "#app/words/words.ts";
import { changeDraft, mostAskedWith } from "./draft.ts";
import type { Upload } from "./upload-queue.ts";
import { aside, clearAside, uploads } from "./uploads.ts";

/** Says how many photos were added, and which failed file was removed, and offers what can be done with them. */
export default function SetAside() {
  const { removed, added } = useStore(aside, (state) => state);
  return (
    <>
      {added.length > 0 && <Added added={added} />}
      {removed && (
        <Line onDismiss={() => clearAside({ removed: null })}>
          <span className="[overflow-wrap:anywhere]">{words.uploads.removed(removed.file.name)}</span>{" "}
          <TextLink
            onClick={() => {
              uploads.putBack([removed]);
              clearAside({ removed: null });
            }}
          >
            {words.uploads.undo}
          </TextLink>
        </Line>
      )}
    </>
  );
}

function Added({ added }: { added: readonly Upload[] }) {
  const openPhoto = useOpenPhoto();
  const photos = added.flatMap(({ photo }) => photo ?? []);
  const duplicates = added.filter(({ state }) => state === "duplicate").length;

  function show(): void {
    const [first] = photos;
    if (!first) return;
    openPhoto({ id: first.id, from: "added", list: photos.map(({ id }) => ({ id, why: null })), rest: null });
  }

  function askWith(): void {
    uploads.putBack(added);
    clearAside({ added: [] });
    changeDraft({ askWith: true });
  }

  return (
    <Line onDismiss={() => clearAside({ added: [] })}>
      <CircleCheck size={16} aria-hidden className="mr-2 inline-block align-[-3px] text-accent" />
      {words.uploads.added(added.length - duplicates, duplicates)}.{" "}
      <TextLink onClick={show}>{words.uploads.showThem(photos.length)}</TextLink>
      {added.length <= mostAskedWith && (
        <>
          {" "}
          <TextLink onClick={askWith}>{words.uploads.askWithThem(photos.length)}</TextLink>
        </>
      )}
    </Line>
  );
}

function Line({ onDismiss, children }: { onDismiss(): void; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2 py-0.5 pr-1 pl-2.5 text-ink-2 text-sm">
      <p role="status" className="min-w-0 flex-1 py-1.5">
        {children}
      </p>
      <button
        type="button"
        onClick={onDismiss}
        aria-label={words.uploads.dismiss}
        className="grid size-8 shrink-0 place-items-center rounded-thumb text-ink-3 hover:bg-fill-2 hover:text-ink pointer-coarse:size-11"
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

function TextLink({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <button type="button" onClick={onClick} className="link -my-1 mr-2 py-1 text-ink">
      {children}
    </button>
  );
}
