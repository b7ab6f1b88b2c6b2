/**
 * Returns the photo that chosen ones come to stand before when they move by one place; null at the end of the album,
 * undefined if they stand there already.
 */
export function movedBeside(order: string[], ids: string[], step: 1 | -1): string | null | undefined {
  const chosen = new Set(ids);
  const others = order.filter((id) => !chosen.has(id));
  const end =
    step === -1 ? order.findIndex((id) => chosen.has(id)) : order.findLastIndex((id) => chosen.has(id));
  const before = order.slice(0, Math.max(0, end)).filter((id) => !chosen.has(id)).length;
  if (step === -1) return before === 0 ? undefined : others[before - 1];
  return before === others.length ? undefined : (others[before + 1] ?? null);
}

/** Returns the photo that chosen ones come to stand before when they are dropped at this place of the album. */
export function droppedBefore(order: string[], ids: string[], place: number): string | null {
  const chosen = new Set(ids);
  return order.slice(place).find((id) => !chosen.has(id)) ?? null;
}
