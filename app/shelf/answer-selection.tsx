import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { useTRPC } from "#app/api/client.ts";
import { chosenPhotos, type TileCheckProps } from "#app/library/chosen-photos.ts";
import { photoName } from "#app/library/photo-words.ts";
import { useFreshPhoto } from "#app/library/use-fresh-photo.ts";
import { useStore } from "#app/ui/store.ts";
import { libraryWords } from "#app/words/library-words.ts";
import LibraryActions from "./library-actions.tsx";
import { markByKey } from "./mark-by-key.ts";
import { useNotices } from "./notice.tsx";
import { PhotoCheck } from "./photo-check.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useAreFavourites } from "./use-are-favourites.ts";
import { useEscape } from "./use-escape.ts";
import { useSelection } from "./use-selection.ts";
import { useShelfEdits } from "./use-shelf-edits.ts";
import { useTouchSelection } from "./use-touch-selection.ts";

interface AnswerSelectionProps {
  /** The element that holds the answers. Their photos are numbered in the order in which they stand in it. */
  turns: RefObject<HTMLElement>;
  /** While a turn runs, Esc ends it. */
  isRunning: boolean;
}

/** Lets photos of all answers of a page be chosen, and shows what can be done with them. */
export default function AnswerSelection({ turns, isRunning }: AnswerSelectionProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const edits = useShelfEdits(notices);
  const areFavourites = useAreFavourites();

  const cells = useCallback(
    () => [...(turns.current?.querySelectorAll<HTMLElement>("[data-photo]") ?? [])],
    [turns],
  );
  const idsBetween = useCallback(
    async (first: number, last: number) =>
      cells()
        .slice(first, last + 1)
        .map(idOf),
    [cells],
  );
  const selection = useSelection(idsBetween, false);
  const { ids, toggle, extendTo, keep, clear } = selection;
  const isSelecting = ids.size > 0;

  const cellAt = (target: EventTarget | null) =>
    target instanceof Element && turns.current?.contains(target)
      ? target.closest<HTMLElement>("[data-photo]")
      : null;
  const numberOf = (cell: HTMLElement) => cells().indexOf(cell);
  const choose = (cell: HTMLElement) => toggle(idOf(cell), numberOf(cell));

  useLayoutEffect(() => chosenPhotos.set(() => ({ ids, Check: AnswerCheck })), [ids]);
  useLayoutEffect(() => () => chosenPhotos.set(() => null), []);
  useEscape(isSelecting && !isRunning, clear);

  useTouchSelection(turns, {
    numberOf(element) {
      const cell = cellAt(element);
      return cell && numberOf(cell);
    },
    begin(number) {
      const cell = cells()[number];
      if (cell) choose(cell);
    },
    drawTo: extendTo,
  });

  // A photo that has left the screen must not be changed or removed with the rest.
  useEffect(() => {
    const section = turns.current;
    if (!section || !isSelecting) return;
    const observer = new MutationObserver(() => keep(new Set(cells().map(idOf))));
    observer.observe(section, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [turns, cells, keep, isSelecting]);

  /** A click on a tile opens the photo, unless it selects. */
  function onClick(event: MouseEvent): void {
    const cell = cellAt(event.target);
    const button = event.target instanceof Element && event.target.closest("[data-tile], [role=checkbox]");
    if (!cell || !button) return;
    const isCheck = button.matches("[role=checkbox]");
    if (!isCheck && !isSelecting && !event.ctrlKey && !event.metaKey) return;
    event.stopPropagation();
    if (event.shiftKey && isSelecting) extendTo(numberOf(cell));
    else choose(cell);
  }

  /** Comes after the grid itself, which has moved the focus. */
  function onKeyDown(event: KeyboardEvent): void {
    const cell = cellAt(event.target);
    if (!cell || !(event.target instanceof Element) || !event.target.matches("[data-tile]")) return;
    const { key, shiftKey } = event;
    const reached = cellAt(document.activeElement);
    if (reached && reached !== cell) {
      if (!shiftKey) return;
      if (!isSelecting) choose(cell);
      extendTo(numberOf(reached));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isX = key.toLowerCase() === "x";
    if (isX && shiftKey) extendTo(numberOf(cell));
    else if (isX) choose(cell);
    const photo = queryClient.getQueryData(trpc.photos.get.queryKey({ id: idOf(cell) }));
    const meant = ids.has(idOf(cell)) ? [...ids] : [idOf(cell)];
    if (isX || (photo && markByKey(key, photo, meant, edits))) event.preventDefault();
  }

  const latest = useRef({ onClick, onKeyDown });
  latest.current = { onClick, onKeyDown };
  useEffect(() => {
    const section = turns.current;
    if (!section) return;
    const listening = new AbortController();
    const { signal } = listening;
    section.addEventListener("click", (event) => latest.current.onClick(event), { signal });
    document.addEventListener("keydown", (event) => latest.current.onKeyDown(event), { signal });
    return () => listening.abort();
  }, [turns]);

  return (
    <SelectionBar selection={selection} notices={notices} place="composer">
      {(chosen) => (
        <LibraryActions
          ids={chosen}
          edits={edits}
          areFavourites={areFavourites(ids)}
          notices={notices}
          onDone={clear}
        />
      )}
    </SelectionBar>
  );
}

const idOf = (cell: HTMLElement) => cell.dataset.photo ?? "";

/** The check of a tile in an answer. Its click is taken by the listener above. */
function AnswerCheck({ photo: given, wordsId }: TileCheckProps) {
  const photo = useFreshPhoto(given);
  const isSelected = useStore(chosenPhotos, (chosen) => chosen?.ids.has(photo.id) ?? false);
  const isSelecting = useStore(chosenPhotos, (chosen) => (chosen?.ids.size ?? 0) > 0);
  const said = [
    photo.favourite && libraryWords.favourite,
    photo.rating ? libraryWords.stars(photo.rating) : null,
    isSelected && libraryWords.selected,
  ];
  return (
    <>
      <span id={wordsId} hidden>
        {said.filter(Boolean).join(", ")}
      </span>
      <PhotoCheck
        name={photoName(photo)}
        isSelected={isSelected}
        isSelecting={isSelecting}
        className="relative"
      />
    </>
  );
}
