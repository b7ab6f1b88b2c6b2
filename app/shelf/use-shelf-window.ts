import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useBeforePaint } from "#app/ui/hydrated.ts";
import { heightsOf, moved, type Stand, scrolledFor } from "./scroll-map.ts";
import { lastAbove, lastFrom, type ShelfLayout } from "./shelf-layout.ts";
import { heightOf, markAt, type ShelfMark } from "./shelf-place.ts";

/** The part of a shelf that is drawn. */
export interface ShelfView {
  /** The first row, and the row behind the last. */
  from: number;
  to: number;
  /** Add this to a height on the shelf to get the height on the page, px. */
  shift: number;
  /** Height on the shelf at the top of the window, in steps of a row or so. */
  shown: number;
  /** False while it moves so fast that loading photos would be of no use. */
  isCalm: boolean;
}

export interface ShelfWindow {
  view: ShelfView;
  /** Height of the page that stands for the shelf, px. */
  height: number;
  /** Scrolls to a height on the shelf. */
  scrollTo(shown: number): void;
  /** Scrolls just as far as needed to bring the photo's row into the window. */
  reveal(photo: number): void;
  /** Marks the photo at the top of the window; null at the very top of the page. */
  mark(): ShelfMark | null;
}

/** Rows up to this far beyond the window are drawn too, px. */
const ahead = 600;
/** The height of the window that the page's bar and the sticky heading cover, px. */
const covered = 130;
/** Scrolling by more than this many windows between two looks is a flick. */
const flick = 1;
const calmAfter = 90;
/** The height that the server draws, px, because it does not know the window. */
const serversWindow = 900;

/** Follows the scrolling of the page over a shelf. What is shown stays where it is when the shelf changes. */
export function useShelfWindow(box: RefObject<HTMLElement>, layout: ShelfLayout): ShelfWindow {
  const stand = useRef<Stand>({ scrolled: 0, shown: 0 });
  const [view, setView] = useState<ShelfView>(() => ({
    ...rowsWithin(layout, 0, serversWindow + ahead),
    ...{ shift: 0, shown: 0, isCalm: true },
  }));
  const latest = useRef(layout);
  const calming = useRef<ReturnType<typeof setTimeout>>();

  const look = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { current: now } = latest;
    const top = element.getBoundingClientRect().top;
    const heights = heightsOf(now.height, innerHeight);
    const before = stand.current;
    const after = moved(before, -top, heights);
    stand.current = after;
    const isFlick = Math.abs(after.shown - before.shown) > flick * innerHeight;
    clearTimeout(calming.current);
    if (isFlick)
      calming.current = setTimeout(() => setView((view) => ({ ...view, isCalm: true })), calmAfter);
    const rows = rowsWithin(now, after.shown - ahead, after.shown + innerHeight + ahead);
    const shift = now.height > heights.page ? after.scrolled - after.shown : 0;
    const shown = Math.max(0, Math.round(after.shown / 50) * 50);
    setView((before) =>
      before.from === rows.from &&
      before.to === rows.to &&
      before.shift === shift &&
      before.shown === shown &&
      before.isCalm !== isFlick
        ? before
        : { ...rows, shift, shown, isCalm: !isFlick },
    );
  }, [box]);

  const scrollTo = useCallback(
    (shown: number) => {
      const element = box.current;
      if (!element) return;
      const heights = heightsOf(latest.current.height, innerHeight);
      const top = element.getBoundingClientRect().top + scrollY;
      const scrolled = scrolledFor(shown, heights);
      stand.current = { scrolled, shown };
      window.scrollTo({ top: top + scrolled, behavior: "instant" });
      look();
    },
    [box, look],
  );

  const mark = useCallback(() => {
    const { shown } = stand.current;
    return shown > 0 ? markAt(latest.current, shown) : null;
  }, []);

  const reveal = useCallback(
    (photo: number) => {
      const { rows } = latest.current;
      const row = rows[lastFrom(rows, photo)];
      if (!row) return;
      const { shown } = stand.current;
      if (row.top < shown + covered) scrollTo(row.top - covered);
      else if (row.top + row.height > shown + innerHeight - 24)
        scrollTo(row.top + row.height - innerHeight + 24);
    },
    [scrollTo],
  );

  // Photos that arrive above the window must not move those in it. Another width changes only the rows.
  useBeforePaint(() => {
    const { current: old } = latest;
    if (old === layout) return;
    const at = mark();
    latest.current = layout;
    const now = at && heightOf(layout, at);
    if (now !== null && now !== stand.current.shown) scrollTo(now);
    else look();
  }, [layout, look, mark, scrollTo]);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener("scroll", look, { signal, passive: true });
    addEventListener("resize", look, { signal });
    look();
    return () => {
      listening.abort();
      clearTimeout(calming.current);
    };
  }, [look]);

  const height = heightsOf(layout.height, serversWindow).page;
  return { view, height, scrollTo, reveal, mark };
}

/** Returns the rows that have a part between these heights. */
function rowsWithin({ rows }: ShelfLayout, top: number, bottom: number): { from: number; to: number } {
  if (rows.length === 0) return { from: 0, to: 0 };
  let from = lastAbove(rows, top);
  // Several days may stand in one line.
  while (from > 0 && rows[from - 1]?.top === rows[from]?.top) from--;
  return { from, to: lastAbove(rows, bottom) + 1 };
}
