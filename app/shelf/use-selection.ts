import { useCallback, useRef, useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { removedPhotos } from "#app/library/removed-photos.ts";
import { useStore } from "#app/ui/store.ts";

/** The most photos that one edit, one archive or one question takes. */
export const mostSelected = 1_000;

type IdsBetween = (first: number, last: number) => Promise<string[]>;

export interface Selection {
  ids: ReadonlySet<string>;
  /** True if more was chosen than can be selected. */
  isFull: boolean;
  /** Why photos that are not on the screen could not be selected; null if they could. */
  problem: string | null;
  toggle(id: string, photo: number): void;
  /**
   * Selects everything from the photo that was chosen last to this one; the photos of an earlier range are deselected.
   */
  extendTo(photo: number): void;
  /** Selects these photos, or none of them if all are selected. */
  toggleAll(first: number, photos: number): void;
  /** Deselects the photos that are not among these. */
  keep(ids: ReadonlySet<string>): void;
  clear(): void;
}

/** Keeps which photos are chosen. Photos that are removed elsewhere leave the selection, but not in the bin. */
export function useSelection(idsBetween: IdsBetween, isBin: boolean): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set());
  const [isFull, setFull] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const removed = useStore(removedPhotos, (ids) => ids);
  const anchor = useRef(0);
  /** The selection before the range that is being drawn. */
  const base = useRef<ReadonlySet<string>>(new Set());
  const asked = useRef(0);

  const choose = useCallback((ids: ReadonlySet<string>) => {
    setFull(ids.size > mostSelected);
    setChosen(ids.size > mostSelected ? new Set([...ids].slice(0, mostSelected)) : ids);
  }, []);

  const load = useCallback(
    async (first: number, photos: number): Promise<string[] | null> => {
      const turn = ++asked.current;
      try {
        const ids = await idsBetween(first, first + Math.min(photos, mostSelected + 1) - 1);
        setProblem(null);
        // A later range has taken its place.
        return turn === asked.current ? ids : null;
      } catch (error) {
        setProblem(reasonOf(error));
        return null;
      }
    },
    [idsBetween],
  );

  const toggle = useCallback(
    (id: string, photo: number) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      anchor.current = photo;
      base.current = next;
      choose(next);
    },
    [chosen, choose],
  );

  const extendTo = useCallback(
    async (photo: number) => {
      const first = Math.min(anchor.current, photo);
      const ids = await load(first, Math.max(anchor.current, photo) - first + 1);
      if (ids) choose(new Set([...base.current, ...ids]));
    },
    [load, choose],
  );

  const toggleAll = useCallback(
    async (first: number, photos: number) => {
      const ids = await load(first, photos);
      if (!ids) return;
      const next = new Set(chosen);
      const hasAll = ids.every((id) => next.has(id));
      for (const id of ids) hasAll ? next.delete(id) : next.add(id);
      anchor.current = first;
      base.current = next;
      choose(next);
    },
    [chosen, choose, load],
  );

  const keep = useCallback(
    (among: ReadonlySet<string>) => {
      if ([...chosen].every((id) => among.has(id))) return;
      base.current = new Set([...base.current].filter((id) => among.has(id)));
      choose(new Set([...chosen].filter((id) => among.has(id))));
    },
    [chosen, choose],
  );

  const clear = useCallback(() => {
    asked.current++;
    base.current = new Set();
    choose(base.current);
    setProblem(null);
  }, [choose]);

  const isGone = (id: string) => !isBin && removed.has(id);
  const ids = [...chosen].some(isGone) ? new Set([...chosen].filter((id) => !isGone(id))) : chosen;
  return { ids, isFull, problem, toggle, extendTo, toggleAll, keep, clear };
}
