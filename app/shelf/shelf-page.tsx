import { type ReactNode, useEffect } from "react";
import { droppedBefore, movedBeside } from "#app/albums/moved-beside.ts";
import { reasonOf } from "#app/api/errors.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPart } from "#app/ui/confirm-part.ts";
import { whenIdle } from "#app/ui/load-trouble.ts";
import { createPart } from "#app/ui/part.tsx";
import { libraryWords } from "#app/words/library-words.ts";
import type { ShelfPhoto } from "#server/library/shelf-photo.ts";
import type { Shelf } from "#server/search/shelves.ts";
import { BinActions } from "./bin-actions.tsx";
import { markByKey } from "./mark-by-key.ts";
import { type Notices, useNotices } from "./notice.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { ShelfGrid, type ShelfLook } from "./shelf-grid.tsx";
import { useAreFavourites } from "./use-are-favourites.ts";
import { useEscape } from "./use-escape.ts";
import { useSelection } from "./use-selection.ts";
import { type ShelfEdits, useShelfEdits } from "./use-shelf-edits.ts";
import { useShelfBuckets, useShelfIds } from "./use-shelf-photos.ts";

/** Fetched ahead when the browser is idle: nothing is selected at first. */
const LibraryActions = createPart(() => import("./library-actions.tsx"));

export interface ShelfTools {
  total: number;
  edits: ShelfEdits;
  notices: Notices;
  idsBetween(first: number, last: number): Promise<string[]>;
  /** Moves photos by one place; null where the order is not by hand. */
  move: ((ids: string[], step: 1 | -1) => void) | null;
}

interface ShelfPageProps {
  /** The same object at each rendering. */
  shelf: Shelf;
  look: ShelfLook;
  /** Shown above the photos. */
  header?: (tools: ShelfTools) => ReactNode;
  /** Further actions on chosen photos of this page. */
  actions?: (ids: string[], tools: ShelfTools, onDone: () => void) => ReactNode;
  /** Moves photos before another one, or to the end; undefined where the order is not by hand. */
  onMove?: (ids: string[], before: string | null, notices: Notices) => Promise<void>;
  /** Shown where there are no photos. */
  empty: ReactNode;
}

/** A page of one shelf: its photos, the selection, and the actions on it. */
export function ShelfPage({ shelf, look, header, actions, onMove, empty }: ShelfPageProps) {
  const { data: buckets, error, isFetching, refetch } = useShelfBuckets(shelf);
  const idsBetween = useShelfIds(shelf, buckets);
  const notices = useNotices();
  const edits = useShelfEdits(notices);
  const isBin = shelf.kind === "bin";
  const selection = useSelection(idsBetween, isBin);
  const areFavourites = useAreFavourites();
  const openPhoto = useOpenPhoto();
  useEscape(selection.ids.size > 0, selection.clear);
  useEffect(() => whenIdle(isBin ? ConfirmPart.preload : LibraryActions.preload), [isBin]);

  if (!buckets)
    return (
      <div className="column grow pt-6">
        {error ? (
          <p role="alert" className="flex flex-wrap items-center gap-3 text-ink-2">
            {reasonOf(error)}
            <Button look="secondary" disabled={isFetching} onClick={() => refetch()}>
              {libraryWords.retry}
            </Button>
          </p>
        ) : (
          <p role="status" className="sr-only">
            {libraryWords.loading}
          </p>
        )}
      </div>
    );

  const total = buckets.sections.reduce((sum, { shapes }) => sum + shapes.length, 0);
  const tools: ShelfTools = {
    ...{ total, edits, notices, idsBetween },
    move: onMove ? (ids, step) => void move(ids, { step }).catch(notices.fail) : null,
  };

  /** Returns the whole selection if the photo is in it, or else the photo alone. */
  const meantWith = ({ id }: ShelfPhoto) => (selection.ids.has(id) ? [...selection.ids] : [id]);

  async function move(ids: string[], to: { place: number } | { step: 1 | -1 }): Promise<void> {
    const order = await idsBetween(0, total - 1);
    const before = "step" in to ? movedBeside(order, ids, to.step) : droppedBefore(order, ids, to.place);
    if (before !== undefined) await onMove?.(ids, before, notices);
  }

  const onKey = (key: string, photo: ShelfPhoto) => !isBin && markByKey(key, photo, meantWith(photo), edits);

  return (
    <div className="column grow pb-24">
      {header?.(tools)}
      {total === 0 ? (
        empty
      ) : (
        <ShelfGrid
          shelf={shelf}
          buckets={buckets}
          look={look}
          selection={selection}
          onKey={onKey}
          onMove={onMove && ((photo, to) => void move(meantWith(photo), to).catch(notices.fail))}
          onOpen={
            isBin
              ? null
              : (id, { ids, first }) =>
                  openPhoto({
                    ...{ id, from: look.name, rest: null },
                    list: ids.map((each) => ({ id: each, why: null })),
                    shelf: { of: shelf, first },
                  })
          }
          problem={(retry) => (
            <p
              role="alert"
              className="fixed bottom-4 left-1/2 z-5 flex -translate-x-1/2 items-center gap-3 rounded-control bg-surface px-4 py-2 text-sm shadow-float"
            >
              {libraryWords.pageProblem}
              <button type="button" className="link min-h-6" onClick={retry}>
                {libraryWords.retry}
              </button>
            </p>
          )}
        />
      )}
      <SelectionBar selection={selection} notices={notices}>
        {(ids) =>
          isBin ? (
            <BinActions ids={ids} edits={edits} onDone={selection.clear} />
          ) : (
            <LibraryActions
              ids={ids}
              edits={edits}
              areFavourites={areFavourites(selection.ids)}
              notices={notices}
              onDone={selection.clear}
            >
              {actions?.(ids, tools, selection.clear)}
            </LibraryActions>
          )
        }
      </SelectionBar>
    </div>
  );
}
