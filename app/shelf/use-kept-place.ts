import { useLocation, useNavigationType } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useBeforePaint } from "#app/ui/hydrated.ts";
import type { ShelfLayout } from "./shelf-layout.ts";
import { heightOf, type ShelfMark } from "./shelf-place.ts";
import type { ShelfWindow } from "./use-shelf-window.ts";

const keyOf = (pathname: string) => `glimpse-place ${pathname}`;

/**
 * Comes back to the place where the page was left, by Back or by a reload, also if photos have come or the window has
 * changed since. A link leads to the top.
 */
export function useKeptPlace(layout: ShelfLayout, shown: ShelfWindow): void {
  const { pathname } = useLocation();
  const isReturn = useNavigationType() === "POP";
  const isSettled = useRef(false);
  const { view, mark, scrollTo } = shown;

  useBeforePaint(() => {
    if (isSettled.current || layout.rows.length === 0) return;
    isSettled.current = true;
    const kept = isReturn ? read(pathname) : null;
    const height = kept && heightOf(layout, kept);
    if (height === null) return;
    scrollTo(height);
    // The browser's own way of coming back, by pixels, may come after ours.
    const frame = requestAnimationFrame(() => scrollTo(height));
    return () => cancelAnimationFrame(frame);
  }, [layout, pathname, isReturn, scrollTo]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when the shelf has moved.
  useEffect(() => {
    if (!isSettled.current) return;
    const timer = setTimeout(() => write(pathname, mark()), 150);
    return () => clearTimeout(timer);
  }, [view.shown, pathname, mark]);
}

function read(pathname: string): ShelfMark | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(pathname)) ?? "null");
    return isMark(kept) ? kept : null;
  } catch {
    return null;
  }
}

function write(pathname: string, mark: ShelfMark | null): void {
  try {
    if (mark) sessionStorage.setItem(keyOf(pathname), JSON.stringify(mark));
    else sessionStorage.removeItem(keyOf(pathname));
  } catch {
    // Storage is full or forbidden. Then a reload begins at the top.
  }
}

function isMark(kept: unknown): kept is ShelfMark {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "section" in kept &&
    typeof kept.section === "string" &&
    "day" in kept &&
    (kept.day === null || typeof kept.day === "number") &&
    "fromEnd" in kept &&
    typeof kept.fromEnd === "number" &&
    "below" in kept &&
    typeof kept.below === "number"
  );
}
