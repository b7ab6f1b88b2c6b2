import { type RefObject, useState } from "react";
import { rememberGridWidth, useHints } from "#app/ui/hints.tsx";
import { useBeforePaint } from "#app/ui/hydrated.ts";
import type { GridShape } from "./justify.ts";

/**
 * Returns the width of a grid in px. The browser measures it; the server uses the width from an earlier visit. That of
 * a grid which fills its column is `remembered` for the next visit. What moves with it is marked by `data-fitted`.
 */
export function useGridWidth(grid: RefObject<HTMLElement>, remembered: boolean): number {
  const hints = useHints();
  const [width, setWidth] = useState(hints.gridWidth);
  useBeforePaint(() => {
    const element = grid.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  useBeforePaint(() => {
    const isKnown = width === hints.gridWidth && innerWidth === hints.window;
    if (remembered && !isKnown) rememberGridWidth(width);
  }, [width, remembered, hints]);
  return width;
}

/** Returns the wished height of rows and the gap between photos for a grid of this width, all in px. */
export function gridShape(width: number): GridShape {
  if (width < 600) return { width, row: 124, gap: 3 };
  if (width < 800) return { width, row: 160, gap: 4 };
  return { width, row: width < 1200 ? 184 : 220, gap: 4 };
}
