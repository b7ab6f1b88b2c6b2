import { type RefObject, useEffect, useRef } from "react";

/** How far the pressed mouse moves before it drags, px. */
const restless = 8;

/** Lets the mouse drag photos to another place of a shelf that is ordered by hand; null where it is not. */
export function useHandOrder(
  box: RefObject<HTMLElement>,
  onDrop: ((photo: number, place: number) => void) | null,
): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let start: { x: number; y: number; cell: HTMLElement } | null = null;
    let isDragging = false;
    let marked: HTMLElement | null = null;

    const cellAt = (x: number, y: number) => {
      const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-number]");
      return cell && element.contains(cell) ? cell : null;
    };
    /** Marks the side of a photo at which the dragged ones would come to stand. */
    function mark(cell: HTMLElement | null, isAfter = false): void {
      if (marked && marked !== cell) delete marked.dataset.drop;
      marked = cell;
      if (cell) cell.dataset.drop = isAfter ? "after" : "before";
    }
    function end(): void {
      mark(null);
      if (start) delete start.cell.dataset.dragged;
      start = null;
      isDragging = false;
    }
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener(
      "pointerdown",
      ({ pointerType, button, clientX, clientY }) => {
        const cell = cellAt(clientX, clientY);
        if (latest.current && cell && pointerType === "mouse" && button === 0)
          start = { x: clientX, y: clientY, cell };
      },
      { signal },
    );
    addEventListener(
      "pointermove",
      ({ clientX: x, clientY: y }) => {
        if (!start) return;
        if (!isDragging && Math.hypot(x - start.x, y - start.y) < restless) return;
        isDragging = true;
        start.cell.dataset.dragged = "";
        const cell = cellAt(x, y);
        const { left = 0, width = 0 } = cell?.getBoundingClientRect() ?? {};
        mark(cell, x > left + width / 2);
      },
      { signal },
    );
    addEventListener(
      "pointerup",
      () => {
        if (isDragging && start && marked) {
          const place = Number(marked.dataset.number) + (marked.dataset.drop === "after" ? 1 : 0);
          latest.current?.(Number(start.cell.dataset.number), place);
          // The click that follows would open the photo.
          addEventListener("click", stopClick, { capture: true, once: true });
          setTimeout(() => removeEventListener("click", stopClick, { capture: true }));
        }
        end();
      },
      { signal },
    );
    addEventListener("pointercancel", end, { signal });
    addEventListener("keydown", ({ key }) => key === "Escape" && end(), { signal });
    return () => {
      listening.abort();
      end();
    };
  }, [box]);
}

function stopClick(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
