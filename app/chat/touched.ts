/**
 * The turns whose first answer somebody has begun to use. There a second reading is only offered, and does not replace
 * the first. Any key, click or touch counts, because the page must not move under somebody who is at work.
 */
const touched = new Set<string>();
const watched = new Map<string, () => void>();
const signs = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Begins to notice whether somebody uses the answer. */
export function watchTouch(turnId: string): void {
  if (watched.has(turnId)) return;
  const note = () => touched.add(turnId);
  for (const sign of signs) addEventListener(sign, note, { capture: true, passive: true });
  watched.set(turnId, () => {
    for (const sign of signs) removeEventListener(sign, note, { capture: true });
  });
}

/** Stops noticing, and tells whether somebody has used the answer. */
export function endTouch(turnId: string): boolean {
  watched.get(turnId)?.();
  watched.delete(turnId);
  return touched.delete(turnId);
}
