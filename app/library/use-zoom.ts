import { type RefObject, useEffect, useRef, useState } from "react";
import {
  clamped,
  type Framing,
  mostZoom,
  type Point,
  panned,
  wholePicture,
  type ZoomView,
  zoomedAround,
} from "./zoom-view.ts";

const steps = [1, 1.5, 2.5, 4];
const close = 2.5;
const middle: Point = { x: 0, y: 0 };

export interface Zoom extends ZoomView {
  /** True if the change is animated: a step is, a change that follows fingers or a wheel is not. */
  isStep: boolean;
  /** True if it cannot zoom in further. */
  isClosest: boolean;
  in(): void;
  out(): void;
  /** Switches between the whole photo and a close view of what is under `at`, in the window's coordinates. */
  toggle(at: Point): void;
  /** Zooms by a factor around a point of the window. */
  by(factor: number, at: Point): void;
  pan(by: Point): void;
  /** The room for the picture. */
  stage: RefObject<HTMLElement>;
  /** The picture in it. */
  picture: RefObject<HTMLDivElement>;
}

interface State {
  id: string;
  view: ZoomView;
  isStep: boolean;
  isClosest: boolean;
}

/** Keeps the zoom and position of a photo. Another photo starts unzoomed. */
export function useZoom(photoId: string, originalWidth: number | null): Zoom {
  const stage = useRef<HTMLElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const fresh: State = { id: photoId, view: wholePicture, isStep: false, isClosest: false };
  const [last, setLast] = useState(fresh);
  const state = last.id === photoId ? last : fresh;

  function change(to: (view: ZoomView, framing: Framing) => ZoomView, isStep: boolean): void {
    const framing = framingOf(stage.current, picture.current, originalWidth);
    if (!framing) return;
    setLast((before) => {
      const view = to(before.id === photoId ? before.view : wholePicture, framing);
      return { id: photoId, view, isStep, isClosest: view.scale >= framing.most };
    });
  }

  /** Returns the distance of a point of the window from the stage's middle. */
  function fromMiddle({ x, y }: Point): Point {
    const box = stage.current?.getBoundingClientRect();
    return box ? { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 } : middle;
  }

  const keepInside = useRef(() => {});
  keepInside.current = () => change(clamped, false);
  const isZoomed = state.view.scale > 1;
  // The window, or the details beside the photo, may change how much room there is.
  useEffect(() => {
    if (!isZoomed || !stage.current) return;
    const observer = new ResizeObserver(() => keepInside.current());
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, [isZoomed]);

  return {
    ...state.view,
    isStep: state.isStep,
    isClosest: state.isClosest,
    stage,
    picture,
    in: () =>
      change((view, framing) => {
        const next = steps.find((step) => step > view.scale + 0.01) ?? framing.most;
        return zoomedAround(view, next, middle, framing);
      }, true),
    out: () =>
      change((view, framing) => {
        const next = steps.findLast((step) => step < view.scale - 0.01) ?? 1;
        return zoomedAround(view, next, middle, framing);
      }, true),
    toggle: (at) => {
      const point = fromMiddle(at);
      change((view, framing) => zoomedAround(view, view.scale > 1 ? 1 : close, point, framing), true);
    },
    by: (factor, at) => {
      const point = fromMiddle(at);
      change((view, framing) => zoomedAround(view, view.scale * factor, point, framing), false);
    },
    pan: (by) => change((view, framing) => panned(view, by, framing), false),
  };
}

/** Measures the stage, and the picture as it is without zoom. */
function framingOf(
  stage: HTMLElement | null,
  picture: HTMLElement | null,
  originalWidth: number | null,
): Framing | null {
  if (!stage || !picture) return null;
  return {
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    picture: { width: picture.offsetWidth, height: picture.offsetHeight },
    most: mostZoom(originalWidth, picture.offsetWidth),
  };
}
