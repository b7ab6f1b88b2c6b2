import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPart } from "#app/ui/confirm-part.ts";
import { useHints } from "#app/ui/hints.tsx";
import { libraryWords } from "#app/words/library-words.ts";
import type { Shelf } from "#server/search/shelves.ts";
import { EmptyShelf } from "./empty-shelf.tsx";
import { ShelfPage, type ShelfTools } from "./shelf-page.tsx";
import { mostSelected } from "./use-selection.ts";

export const binShelf: Shelf = { kind: "bin" };

const texts = libraryWords.binned;
const day = 86_400_000;
/** Days for which photos stay in the bin. */
const kept = 30;

/** The photos that were removed, until they are deleted for good. */
export function BinPage() {
  const { now } = useHints();
  return (
    <ShelfPage
      shelf={binShelf}
      look={{
        name: "bin",
        label: texts.grid,
        headings: { section: 48, day: 0 },
        titleOf: (removed) => texts.left(kept - Math.floor((now - Date.parse(removed)) / day)),
        hasPlaces: false,
        isQuiet: true,
      }}
      header={(tools) => tools.total > 0 && <BinHeader {...tools} />}
      empty={<EmptyShelf title={texts.empty} body={texts.emptyBody} />}
    />
  );
}

function BinHeader({ total, edits, notices, idsBetween }: ShelfTools) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);

  async function busy(act: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    await act().catch(notices.fail);
    setBusy(false);
    setAsking(false);
  }

  /** Restoring changes the bin, so all ids are read first. */
  async function restoreAll(): Promise<void> {
    const ids = await idsBetween(0, total - 1);
    for (let from = 0; from < ids.length; from += mostSelected) {
      if (!(await edits.restore(ids.slice(from, from + mostSelected)))) return;
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2 pt-2 pb-3">
      <p className="grow basis-80 text-pretty text-ink-2 text-sm">{texts.intro}</p>
      <Button look="secondary" disabled={isBusy} onClick={() => busy(restoreAll)}>
        {texts.restoreAll}
      </Button>
      <Button look="danger" disabled={isBusy} onClick={() => setAsking(true)}>
        {texts.emptyBin}
      </Button>
      {isAsking && (
        <ConfirmPart
          title={texts.emptyTitle(total)}
          body={texts.emptyWarning}
          yes={texts.yes}
          error={null}
          busy={isBusy}
          onYes={() => busy(() => edits.discard("all"))}
          onClose={() => setAsking(false)}
          onGiveUp={() => setAsking(false)}
        />
      )}
    </div>
  );
}
