import { type PointerEvent, useEffect, useRef } from "react";
import { wide } from "#app/ui/use-media.ts";
import type { Zoom } from "./use-zoom.ts";
import type { Point } from "./zoom-view.ts";

/** How far a finger must move to reach the next photo, px. */
const swipe = 56;
/**
 * The zoom of one pixel of a wheel's turn: one notch of a mouse zooms by about a quarter, two fingers on a pad send
 * small turns.
 */
const wheelPixel = 0.002;
const padPixel = 0.01;
/** The height of a line, for wheels that count in lines, px. */
const wheelLine = 16;

interface StageGestures {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
  onPointerCancel(event: PointerEvent<HTMLElement>): void;
}

/**
 * Follows wheel, mouse and fingers on the stage: a wheel and two fingers zoom, a zoomed photo is dragged, and
 * otherwise a finger that moves sideways goes to another photo.
 */
export function useStageGestures(zoom: Zoom, onSwipe: (by: 1 | -1) => void): StageGestures {
  const pointers = useRef(new Map<number, Point>());
  /** The place where the only finger went down; null once there were two, because lifting them is no swipe. */
  const start = useRef<Point | null>(null);
  const latest = useRef(zoom);
  latest.current = zoom;

  useEffect(() => {
    const stage = latest.current.stage.current;
    if (!stage) return;
    const listening = new AbortController();
    // React listens to both passively, and then the page would scroll or zoom too.
    const options = { passive: false, signal: listening.signal };
    stage.addEventListener("wheel", (event) => turnWheel(event, latest.current), options);
    stage.addEventListener(
      "touchmove",
      (event) => event.touches.length > 1 && event.preventDefault(),
      options,
    );
    return () => listening.abort();
  }, []);

  function forget({ pointerId }: PointerEvent): void {
    pointers.current.delete(pointerId);
    if (pointers.current.size === 0) start.current = null;
  }

  return {
    onPointerDown(event) {
      const point = { x: event.clientX, y: event.clientY };
      pointers.current.set(event.pointerId, point);
      start.current = pointers.current.size === 1 ? point : null;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove({ pointerId, clientX: x, clientY: y }) {
      const before = pointers.current.get(pointerId);
      if (!before) return;
      const [other] = [...pointers.current].filter(([id]) => id !== pointerId).map(([, point]) => point);
      pointers.current.set(pointerId, { x, y });
      if (!other) return zoom.scale > 1 ? zoom.pan({ x: x - before.x, y: y - before.y }) : undefined;
      zoom.by(distance({ x, y }, other) / Math.max(1, distance(before, other)), between({ x, y }, other));
      // The middle between two fingers moves half as far as one of them.
      zoom.pan({ x: (x - before.x) / 2, y: (y - before.y) / 2 });
    },
    onPointerUp(event) {
      const moved = event.clientX - (start.current?.x ?? event.clientX);
      forget(event);
      const isSwipe = zoom.scale === 1 && event.pointerType !== "mouse" && Math.abs(moved) > swipe;
      if (isSwipe) onSwipe(moved < 0 ? 1 : -1);
    },
    onPointerCancel: forget,
  };
}

function turnWheel(event: WheelEvent, zoom: Zoom): void {
  // Where the details are below the photo, a wheel scrolls to them.
  if (!event.ctrlKey && zoom.scale === 1 && !matchMedia(wide).matches) return;
  event.preventDefault();
  const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheelLine : 1);
  const perPixel = event.ctrlKey && Math.abs(pixels) < 50 ? padPixel : wheelPixel;
  zoom.by(Math.exp(-pixels * perPixel), { x: event.clientX, y: event.clientY });
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
