import { type RefObject, useEffect, useRef } from "react";

/** How long a finger rests on a photo until it selects, ms, and how far it may move meanwhile, px. */
const longPress = 450;
const restless = 10;
/** A finger this near to an edge of the window, px, scrolls the page, by `pace` px a frame. */
const edge = 90;
const pace = 12;

interface TouchActions {
  /** The number of the photo that this element belongs to; null if it is none. */
  numberOf(element: Element): number | null;
  /** A finger rested on this photo. */
  begin(photo: number): void;
  /** It was then drawn to this one. */
  drawTo(photo: number): void;
}

/** Lets a finger that rests on a photo select, and then draw over further ones. Scrolling works as ever before that. */
export function useTouchSelection(box: RefObject<HTMLElement>, actions: TouchActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    let isDrawing = false;
    let start = { x: 0, y: 0 };
    let finger = { x: 0, y: 0 };
    let last = -1;

    const photoAt = ({ x, y }: { x: number; y: number }) => {
      const under = document.elementFromPoint(x, y);
      return under && element.contains(under) ? latest.current.numberOf(under) : null;
    };
    function draw(): void {
      const photo = photoAt(finger);
      if (photo !== null && photo !== last) {
        last = photo;
        latest.current.drawTo(photo);
      }
    }
    function scrollAtEdges(): void {
      const by = finger.y < edge + 56 ? -pace : finger.y > innerHeight - edge ? pace : 0;
      if (by !== 0) {
        scrollBy(0, by);
        draw();
      }
      frame = requestAnimationFrame(scrollAtEdges);
    }
    function end(): void {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      isDrawing = false;
    }

    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener(
      "touchstart",
      (event) => {
        end();
        const [touch] = event.touches;
        if (!touch || event.touches.length > 1) return;
        start = { x: touch.clientX, y: touch.clientY };
        finger = start;
        timer = setTimeout(() => {
          const photo = photoAt(start);
          if (photo === null) return;
          isDrawing = true;
          last = photo;
          navigator.vibrate?.(10);
          latest.current.begin(photo);
          frame = requestAnimationFrame(scrollAtEdges);
        }, longPress);
      },
      { signal, passive: true },
    );
    element.addEventListener(
      "touchmove",
      (event) => {
        const [touch] = event.touches;
        if (!touch) return;
        finger = { x: touch.clientX, y: touch.clientY };
        if (!isDrawing) {
          if (Math.hypot(finger.x - start.x, finger.y - start.y) > restless) clearTimeout(timer);
          return;
        }
        event.preventDefault();
        draw();
      },
      { signal, passive: false },
    );
    element.addEventListener(
      "touchend",
      (event) => {
        // The click that follows would take the first photo out again.
        if (isDrawing && event.cancelable) event.preventDefault();
        end();
      },
      { signal, passive: false },
    );
    element.addEventListener("touchcancel", end, { signal });
    // The browser's own menu would end the drawing.
    element.addEventListener("contextmenu", (event) => isDrawing && event.preventDefault(), { signal });
    return () => {
      listening.abort();
      end();
    };
  }, [box]);
}
