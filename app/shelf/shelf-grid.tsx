import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { gridShape, useGridWidth } from "#app/library/use-grid-width.ts";
import { useOpenedPhoto } from "#app/library/use-open-photo.ts";
import { libraryWords } from "#app/words/library-words.ts";
import type { ShelfPhoto } from "#server/library/shelf-photo.ts";
import type { Shelf, ShelfBuckets } from "#server/search/shelves.ts";
import { Scrubber } from "./scrubber.tsx";
import {
  cellsOf,
  type HeadingHeights,
  type LaidRow,
  lastFrom,
  layOutShelf,
  photoBeside,
} from "./shelf-layout.ts";
import { DayHeading, SectionHeading } from "./shelf-section.tsx";
import { ShelfTile, type TileActions } from "./shelf-tile.tsx";
import { useHandOrder } from "./use-hand-order.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import type { Selection } from "./use-selection.ts";
import { useShelfPhotos } from "./use-shelf-photos.ts";
import { useShelfWindow } from "./use-shelf-window.ts";
import { useTouchSelection } from "./use-touch-selection.ts";

export interface ShelfLook {
  /** The prefix of the tiles' names, before the photo's id. */
  name: string;
  label: string;
  headings: HeadingHeights;
  titleOf(section: string): string;
  /** Whether sections are months that have places. */
  hasPlaces: boolean;
  /** True where headings say less than photos do. */
  isQuiet?: boolean;
}

/** The loaded photos around one that is opened. */
export interface ListAround {
  ids: string[];
  /** The number of the first of them on the shelf. */
  first: number;
}

/** How many photos on each side of the opened one are passed to the lightbox. */
const mostAround = 100;

interface ShelfGridProps {
  shelf: Shelf;
  buckets: ShelfBuckets;
  look: ShelfLook;
  selection: Selection;
  /** Opens a photo; null where a click selects. */
  onOpen: ((id: string, around: ListAround) => void) | null;
  /** Handles a key on a photo, and says whether it did. */
  onKey(key: string, photo: ShelfPhoto): boolean;
  /** Moves a photo, or what is chosen with it, before this place or by one; undefined where the order is not by hand. */
  onMove?: ((photo: ShelfPhoto, to: { place: number } | { step: 1 | -1 }) => void) | undefined;
  /** Shown if some photos could not be loaded. */
  problem(retry: () => void): ReactNode;
}

/**
 * Shows a shelf of any length: everything has its place from the shapes alone, and only what is near the window is
 * drawn. The grid is one tab stop; arrow keys move through all of it.
 */
export function ShelfGrid(props: ShelfGridProps) {
  const { shelf, buckets, look, selection, onOpen, onKey, onMove, problem } = props;
  const box = useRef<HTMLDivElement>(null);
  const shape = gridShape(useGridWidth(box, true));
  const { width, row, gap } = shape;
  const { section: sectionHeading, day: dayHeading } = look.headings;
  const layout = useMemo(
    () => layOutShelf(buckets, { width, row, gap }, { section: sectionHeading, day: dayHeading }),
    [buckets, width, row, gap, sectionHeading, dayHeading],
  );
  const shown = useShelfWindow(box, layout);
  const { view, reveal } = shown;
  useKeptPlace(layout, shown);
  const [active, setActive] = useState(0);
  const activeRow = lastFrom(layout.rows, active);
  const photos = useShelfPhotos(shelf, layout, view, activeRow);
  const moving = useRef<number | null>(null);
  const last = layout.ratios.length - 1;
  const isSelecting = selection.ids.size > 0;

  /** Moves the focus to a photo, which may have to be drawn first. */
  function moveTo(photo: number): void {
    const next = Math.max(0, Math.min(last, photo));
    moving.current = next;
    setActive(next);
    reveal(next);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when the photo that is moved to is drawn.
  useEffect(() => {
    if (moving.current === null) return;
    const tile = box.current?.querySelector<HTMLElement>(`[data-number="${moving.current}"] [data-tile]`);
    if (!tile) return;
    moving.current = null;
    tile.focus({ preventScroll: true });
  }, [active, view]);

  // Closing the lightbox leads to the photo that was looked at last.
  const opened = useOpenedPhoto();
  const openedNumber =
    opened?.shelf && opened.from === look.name
      ? opened.shelf.first + opened.list.findIndex(({ id }) => id === opened.id)
      : null;
  useEffect(() => {
    if (openedNumber === null || openedNumber < 0) return;
    setActive(openedNumber);
    reveal(openedNumber);
  }, [openedNumber, reveal]);

  useTouchSelection(box, {
    numberOf(element) {
      const cell = element.closest<HTMLElement>("[data-number]");
      return cell && Number(cell.dataset.number);
    },
    begin(number) {
      const photo = photos.photoAt(number);
      if (photo) selection.toggle(photo.id, number);
    },
    drawTo: (number) => selection.extendTo(number),
  });

  useHandOrder(
    box,
    onMove
      ? (number, place) => {
          const photo = photos.photoAt(number);
          if (photo) onMove(photo, { place });
        }
      : null,
  );

  const handlers: TileActions = {
    open(number, event) {
      const photo = photos.photoAt(number);
      if (!photo) return;
      if (event.shiftKey && isSelecting) selection.extendTo(number);
      else if (isSelecting || !onOpen || event.ctrlKey || event.metaKey) selection.toggle(photo.id, number);
      else onOpen(photo.id, around(number));
    },
    check(number, event) {
      const photo = photos.photoAt(number);
      if (event.shiftKey && isSelecting) selection.extendTo(number);
      else if (photo) selection.toggle(photo.id, number);
    },
    focus: setActive,
    key: onTileKey,
  };
  function around(number: number): ListAround {
    let first = number;
    while (number - first < mostAround && photos.photoAt(first - 1)) first--;
    const ids: string[] = [];
    for (let at = first; at < number + mostAround; at++) {
      const photo = photos.photoAt(at);
      if (!photo) break;
      ids.push(photo.id);
    }
    return { ids, first };
  }

  const latest = useRef(handlers);
  latest.current = handlers;
  // Tiles keep these for ever, so that they are drawn anew only when their photo changes.
  const actions = useMemo<TileActions>(
    () => ({
      open: (...given) => latest.current.open(...given),
      check: (...given) => latest.current.check(...given),
      focus: (photo) => latest.current.focus(photo),
      key: (...given) => latest.current.key(...given),
    }),
    [],
  );

  function onTileKey(number: number, event: KeyboardEvent): void {
    const photo = photos.photoAt(number);
    const { key } = event;
    const isWhole = event.ctrlKey || event.metaKey;
    if (key.toLowerCase() === "a" && isWhole) {
      event.preventDefault();
      selection.toggleAll(0, last + 1);
      return;
    }
    const step = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : null;
    if (event.altKey && onMove && step !== null) {
      event.preventDefault();
      if (photo) onMove(photo, { step });
      moveTo(number + step);
      return;
    }
    const to = targetOf(number, key, isWhole);
    if (to !== null) {
      event.preventDefault();
      if (event.shiftKey) {
        if (photo && !isSelecting) selection.toggle(photo.id, number);
        selection.extendTo(Math.max(0, Math.min(last, to)));
      }
      moveTo(to);
      return;
    }
    if (isWhole || event.altKey || !photo) return;
    const isX = key.toLowerCase() === "x";
    if (isX && event.shiftKey) selection.extendTo(number);
    else if (isX) selection.toggle(photo.id, number);
    if (isX || onKey(key, photo)) event.preventDefault();
  }

  /** Returns the photo that a key leads to; null if it leads nowhere. */
  function targetOf(number: number, key: string, isWhole: boolean): number | null {
    const { sections } = layout;
    const section = sections[lastFrom(sections, number)];
    switch (key) {
      case "ArrowLeft":
        return number - 1;
      case "ArrowRight":
        return number + 1;
      case "ArrowUp":
        return photoBeside(layout, number, -1);
      case "ArrowDown":
        return photoBeside(layout, number, 1);
      case "Home":
        return isWhole ? 0 : (section?.first ?? 0);
      case "End":
        return isWhole ? last : (section?.first ?? 0) + (section?.photos ?? 1) - 1;
      case "PageUp":
      case "PageDown": {
        const lines = Math.max(1, Math.floor((innerHeight - 200) / (row + gap)));
        let to = number;
        for (let line = 0; line < lines; line++) to = photoBeside(layout, to, key === "PageUp" ? -1 : 1);
        return to;
      }
      default:
        return null;
    }
  }

  // The focused photo stays drawn when it is scrolled away, or the focus would be lost.
  const drawn = rowsToDraw(view.from, view.to, activeRow);
  const isActiveDrawn = activeRow >= view.from && activeRow < view.to;
  const tabStop = isActiveDrawn ? active : (layout.rows[view.from]?.first ?? 0);
  const bySection = Map.groupBy(
    drawn.flatMap((at) => layout.rows[at] ?? []),
    ({ section }) => section,
  );

  return (
    <>
      <div
        ref={box}
        role="grid"
        aria-label={look.label}
        data-fitted
        aria-multiselectable
        aria-rowcount={layout.rows.length}
        className="relative max-sm:-mx-4"
        style={{ height: shown.height }}
      >
        {[...bySection].map(([section, rows]) => (
          <div
            key={section.key}
            role="rowgroup"
            aria-label={look.titleOf(section.key)}
            className="absolute inset-x-0"
            style={{ top: section.top + view.shift, height: section.height }}
          >
            {sectionHeading > 0 && (
              <SectionHeading
                section={section}
                title={look.titleOf(section.key)}
                height={sectionHeading}
                hasPlaces={look.hasPlaces && view.isCalm}
                isQuiet={look.isQuiet ?? false}
              />
            )}
            {daysOf(rows).map((day) => (
              <DayHeading
                key={day.first}
                day={day}
                height={dayHeading}
                sectionTop={section.top}
                places={placesOf(day.first, day.photos)}
                isSelecting={isSelecting}
                onSelect={selection.toggleAll}
              />
            ))}
            {rows.map((line) => (
              <div
                key={line.first}
                role="row"
                aria-rowindex={lastFrom(layout.rows, line.first) + 1}
                // Rows of several days may share one line, and one must not cover the photos of another.
                className="pointer-events-none absolute inset-x-0"
                style={{ top: line.top - section.top, height: line.height }}
              >
                {cellsOf(layout, line).map((cell, at) => {
                  const number = line.first + at;
                  const photo = photos.photoAt(number);
                  return (
                    <ShelfTile
                      key={number - section.first}
                      number={number}
                      photo={photo}
                      left={cell.left}
                      width={cell.width}
                      grid={look.name}
                      isSelected={photo !== undefined && selection.ids.has(photo.id)}
                      isSelecting={isSelecting}
                      isTabStop={number === tabStop}
                      actions={actions}
                    />
                  );
                })}
              </div>
            ))}
          </div>
        ))}
      </div>
      {look.hasPlaces && <Scrubber layout={layout} shown={shown} titleOf={look.titleOf} />}
      {photos.isProblem && problem(photos.retry)}
      <p className="sr-only">{libraryWords.tileKeys}</p>
    </>
  );

  /** The days whose rows are drawn. */
  function daysOf(rows: LaidRow[]) {
    const { days } = layout;
    if (days.length === 0) return [];
    const from = lastFrom(days, rows[0]?.first ?? 0);
    const to = lastFrom(days, rows.at(-1)?.first ?? 0);
    return days.slice(from, to + 1).filter((day) => isDrawn(day.first, day.photos));
  }

  function isDrawn(first: number, count: number): boolean {
    const begin = lastFrom(layout.rows, first);
    return begin < view.to && lastFrom(layout.rows, first + count - 1) >= view.from;
  }

  /** The places of a day's loaded photos, at most two. */
  function placesOf(first: number, count: number): string {
    const places = new Set<string>();
    for (let photo = first; photo < first + Math.min(count, 60) && places.size < 2; photo++) {
      const place = photos.photoAt(photo)?.place;
      if (place) places.add(place);
    }
    return [...places].join(", ");
  }
}

function rowsToDraw(from: number, to: number, active: number): number[] {
  const rows = Array.from({ length: to - from }, (_, at) => from + at);
  if (active < from) rows.unshift(active);
  if (active >= to) rows.push(active);
  return rows;
}
