import { useState } from "react";

const steps = [1, 1.5, 2.5, 4];

export interface Zoom {
  scale: number;
  /** Distance of the photo's middle from the stage's middle, px. */
  offset: { x: number; y: number };
  in(): void;
  out(): void;
  /** Switches between the whole photo and a close view. */
  toggle(): void;
  pan(by: { x: number; y: number }): void;
}

interface View {
  id: string;
  scale: number;
  offset: { x: number; y: number };
}

const whole = { scale: 1, offset: { x: 0, y: 0 } };

/** Keeps the zoom and position of a photo. Another photo starts unzoomed. */
export function useZoom(photoId: string): Zoom {
  const [last, setView] = useState<View>({ id: photoId, ...whole });
  const view = last.id === photoId ? last : { id: photoId, ...whole };

  function scaleTo(scale: number): void {
    const part = scale / view.scale;
    const offset = scale === 1 ? whole.offset : { x: view.offset.x * part, y: view.offset.y * part };
    setView({ id: photoId, scale, offset });
  }

  return {
    scale: view.scale,
    offset: view.offset,
    in: () => scaleTo(steps.find((step) => step > view.scale) ?? view.scale),
    out: () => scaleTo(steps.findLast((step) => step < view.scale) ?? 1),
    toggle: () => scaleTo(view.scale === 1 ? 2.5 : 1),
    pan: ({ x, y }) => setView({ ...view, offset: { x: view.offset.x + x, y: view.offset.y + y } }),
  };
}
