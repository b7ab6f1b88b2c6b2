import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { libraryWords } from "#app/words/library-words.ts";
import { lastAbove, type ShelfLayout } from "./shelf-layout.ts";
import type { ShelfWindow } from "./use-shelf-window.ts";

interface ScrubberProps {
  layout: ShelfLayout;
  shown: ShelfWindow;
  titleOf(section: string): string;
}

/** Between two years, and between two dots, px. */
const yearGap = 28;
const dotGap = 12;
/** How long the bubble stays after the last movement, ms. */
const lingers = 1_500;
const fallbackHeight = 700;

/** A strip of years at the edge of the window: drag it, or use the arrow keys, to go to another month. */
export function Scrubber({ layout, shown, titleOf }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(fallbackHeight);
  const [isDragged, setDragged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { sections } = layout;
  const now = lastAbove(sections, shown.view.shown + 100);
  const most = Math.max(1, layout.height);
  const part = Math.min(1, Math.max(0, shown.view.shown / most));
  const marks = useMemo(() => marksOf(layout, height), [layout, height]);

  useEffect(() => {
    const element = track.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const seen = useRef(shown.view.shown);
  useEffect(() => {
    if (seen.current === shown.view.shown) return;
    seen.current = shown.view.shown;
    setBusy(true);
    const timer = setTimeout(() => setBusy(false), lingers);
    return () => clearTimeout(timer);
  }, [shown.view.shown]);

  if (sections.length < 2) return null;

  function dragTo(event: PointerEvent): void {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    shown.scrollTo(Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) * (most - innerHeight));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const year = (at: number) => sections[at]?.key.slice(0, 4);
    const older = sections.findIndex((_, at) => at > now && year(at) !== year(now));
    const newer = sections.findLastIndex((_, at) => at < now && year(at) !== year(now));
    const to = {
      ArrowDown: now + 1,
      ArrowRight: now + 1,
      ArrowUp: now - 1,
      ArrowLeft: now - 1,
      PageDown: older < 0 ? sections.length - 1 : older,
      PageUp: Math.max(0, newer),
      Home: 0,
      End: sections.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const section = sections[Math.max(0, Math.min(sections.length - 1, to))];
    if (section) shown.scrollTo(section.top);
  }

  const title = titleOf(sections[now]?.key ?? "");
  const isShown = isDragged || isBusy;
  return (
    <div className="pointer-events-none fixed top-[calc(var(--top-bar)+16px)] right-0 bottom-4 z-5 w-10">
      <div ref={track} className="relative h-full">
        <div aria-hidden className="max-lg:hidden">
          {marks.map(({ top, year }) => (
            <span
              key={top}
              className={
                year
                  ? "absolute right-2 -translate-y-1/2 text-2xs text-ink-3"
                  : "absolute right-4.5 size-1 -translate-y-1/2 rounded-full bg-line-2"
              }
              style={{ top }}
            >
              {year}
            </span>
          ))}
        </div>
        <div
          role="slider"
          tabIndex={0}
          aria-label={libraryWords.scrubber}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={sections.length - 1}
          aria-valuenow={now}
          aria-valuetext={title}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged(true);
            dragTo(event);
          }}
          onPointerMove={(event) => isDragged && dragTo(event)}
          onPointerUp={() => setDragged(false)}
          onPointerCancel={() => setDragged(false)}
          // Where the strip is hidden at rest, a finger at the edge belongs to the photos.
          className={`group absolute inset-y-0 right-0 w-10 touch-none outline-none lg:pointer-events-auto ${isShown ? "pointer-events-auto" : ""}`}
        >
          <span
            className={`absolute right-0 flex -translate-y-1/2 items-center gap-0.5 transition-opacity ${isShown ? "" : "max-lg:opacity-0"}`}
            style={{ top: `${part * 100}%` }}
          >
            <span
              className={`whitespace-nowrap rounded-full bg-ink px-3 py-1 font-medium text-on-ink text-xs transition-opacity group-focus-visible:opacity-100 ${isShown ? "" : "opacity-0"}`}
            >
              {title}
            </span>
            <span className="h-0.75 w-1.5 rounded-l-full bg-ink group-focus-visible:outline-2 group-focus-visible:outline-accent group-focus-visible:outline-offset-2 max-lg:h-9 max-lg:w-1.5" />
          </span>
        </div>
      </div>
    </div>
  );
}

/** Years where they begin, as far as there is room, and dots for months between them. */
function marksOf({ sections, height: shelf }: ShelfLayout, height: number): { top: number; year: string }[] {
  const marks: { top: number; year: string }[] = [];
  let lastYear = "";
  let yearAt = Number.NEGATIVE_INFINITY;
  let at = Number.NEGATIVE_INFINITY;
  for (const { key, top: shelfTop } of sections) {
    const top = Math.round((shelfTop / Math.max(1, shelf)) * height);
    const year = /^\d{4}/.exec(key)?.[0] ?? "";
    if (year !== "" && year !== lastYear && top - yearAt >= yearGap) {
      while (marks.at(-1)?.year === "" && top - (marks.at(-1)?.top ?? 0) < dotGap) marks.pop();
      marks.push({ top, year });
      yearAt = top;
      at = top;
    } else if (top - at >= dotGap) {
      marks.push({ top, year: "" });
      at = top;
    }
    lastYear = year;
  }
  return marks;
}
