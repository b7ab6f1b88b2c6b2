import { createStore } from "#app/ui/store.ts";

/** The ids of the photos that were removed while this page is open; one that comes back leaves the set. */
export const removedPhotos = createStore<ReadonlySet<string>>(new Set());

export function markRemoved(id: string, isRemoved: boolean): void {
  removedPhotos.set((before) => {
    if (before.has(id) === isRemoved) return before;
    return isRemoved ? new Set([...before, id]) : new Set([...before].filter((other) => other !== id));
  });
}
