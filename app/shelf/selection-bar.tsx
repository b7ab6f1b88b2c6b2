import { Download, Heart, MessageCircle, Pencil, RotateCcw, Star, Trash2, X } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button, buttonLook, IconButton, iconButtonLook } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { libraryWords } from "#app/words/en-library.ts";
import { words } from "#app/words/words.ts";
import { EditMany } from "./edit-many.tsx";
import { NoticeLine, type Notices } from "./notice.tsx";
import { mostSelected, type Selection } from "./use-selection.ts";
import type { ShelfEdits } from "./use-shelf-edits.ts";

interface SelectionBarProps {
  selection: Selection;
  notices: Notices;
  /** What can be done with the selection. */
  children: (ids: string[]) => ReactNode;
}

/** Floats over the grid while photos are chosen: how many, and what can be done with them. */
export function SelectionBar({ selection, notices, children }: SelectionBarProps) {
  const { ids, isFull, problem, clear } = selection;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-10 flex flex-col items-center gap-2 px-3 pb-[max(16px,env(safe-area-inset-bottom))] lg:left-(--sidebar)">
      <NoticeLine notices={notices} />
      {ids.size > 0 && (
        <section
          aria-label={libraryWords.selection}
          className="pointer-events-auto flex max-w-full animate-fade-in flex-wrap items-center justify-center gap-1 rounded-composer bg-surface p-1.5 shadow-float max-sm:gap-0 max-sm:p-1"
        >
          <IconButton label={libraryWords.clear} onClick={clear}>
            <X size={18} aria-hidden />
          </IconButton>
          <p role="status" className="pr-2 pl-1 text-sm max-sm:pl-0">
            {words.count(ids.size)} <span className="max-sm:sr-only">{libraryWords.selected}</span>
            {isFull && <span className="text-ink-3"> · {libraryWords.most(mostSelected)}</span>}
            {problem && <span className="text-danger"> · {problem}</span>}
          </p>
          {children([...ids])}
        </section>
      )}
    </div>
  );
}

interface ActionsProps {
  ids: string[];
  edits: ShelfEdits;
  /** True if all chosen photos are favourites, as far as they are on the screen. */
  areFavourites: boolean;
  onDone(): void;
}

/** What can be done with photos of the library. "Add to album" belongs here, after "Ask about these". */
export function LibraryActions({ ids, edits, areFavourites, onDone }: ActionsProps) {
  const [isEditing, setEditing] = useState(false);
  const favour = () =>
    edits.edit(
      ids,
      { favourite: !areFavourites },
      areFavourites ? libraryWords.unfavoured : libraryWords.favoured,
    );
  return (
    <>
      <button
        type="button"
        onClick={() => edits.ask(ids)}
        aria-label={libraryWords.ask}
        className={`${buttonLook("primary")} max-sm:px-3`}
      >
        <MessageCircle size={16} aria-hidden />
        <span className="max-sm:hidden">{libraryWords.ask}</span>
      </button>
      <span aria-hidden className="mx-1 h-6 w-px bg-line max-sm:hidden" />
      <IconButton
        label={areFavourites ? libraryWords.unmarkFavourite : libraryWords.markFavourite}
        onClick={favour}
      >
        <Heart size={18} aria-hidden className={areFavourites ? "fill-current" : undefined} />
      </IconButton>
      <StarsMenu
        onRate={(rating) => edits.edit(ids, { rating }, (photos) => libraryWords.rated(photos, rating))}
      />
      <IconButton label={libraryWords.edit} onClick={() => setEditing(true)}>
        <Pencil size={18} aria-hidden />
      </IconButton>
      <IconButton label={libraryWords.download(ids.length)} onClick={() => edits.download(ids)}>
        <Download size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={libraryWords.remove}
        onClick={async () => {
          if (await edits.remove(ids)) onDone();
        }}
      >
        <Trash2 size={18} aria-hidden />
      </IconButton>
      {isEditing && <EditMany ids={ids} edits={edits} onClose={() => setEditing(false)} />}
    </>
  );
}

function StarsMenu({ onRate }: { onRate(stars: number): void }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={libraryWords.rate}
        title={libraryWords.rate}
        className={iconButtonLook("bar")}
      >
        <Star size={18} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content side="top" sideOffset={8} collisionPadding={8} className={menuLook}>
        {[5, 4, 3, 2, 1, 0].map((stars) => (
          <DropdownMenu.Item key={stars} className={menuItemLook} onSelect={() => onRate(stars)}>
            {stars === 0 ? libraryWords.noStars : libraryWords.stars(stars)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

/** What can be done with photos in the bin. */
export function BinActions({ ids, edits, onDone }: Pick<ActionsProps, "ids" | "edits" | "onDone">) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  async function discard(): Promise<void> {
    setBusy(true);
    const isDone = await edits.discard(ids);
    setBusy(false);
    setAsking(false);
    if (isDone) onDone();
  }
  return (
    <>
      <Button
        look="primary"
        onClick={async () => {
          if (await edits.restore(ids)) onDone();
        }}
      >
        <RotateCcw size={16} aria-hidden />
        {libraryWords.binned.restore}
      </Button>
      <Button look="danger" onClick={() => setAsking(true)}>
        {libraryWords.binned.discard}
      </Button>
      {isAsking && (
        <Confirm
          title={libraryWords.binned.emptyTitle(ids.length)}
          body={libraryWords.binned.emptyWarning}
          yes={libraryWords.binned.yes}
          error={null}
          busy={isBusy}
          onYes={discard}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
