import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Hit } from "#server/search/types.ts";

export interface Unfolded {
  isOpen(hit: Hit): boolean;
  toggle(hit: Hit): void;
  /** Returns the near-duplicates of an opened hit that have been loaded. */
  photosOf(hit: Hit): Photo[];
}

/** Keeps which hits show their near-duplicates too. */
export function useUnfolded(hits: Hit[]): Unfolded {
  const trpc = useTRPC();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const isOpen = ({ photo, more }: Hit) => more.length > 0 && open.has(photo.id);
  const ids = hits.filter(isOpen).flatMap(({ more }) => more);
  const answers = useQueries({
    queries: ids.map((id) => ({ ...trpc.photos.get.queryOptions({ id }), retry: false })),
  });
  const photos = new Map(answers.flatMap(({ data }) => (data ? [[data.id, data]] : [])));
  return {
    isOpen,
    toggle({ photo: { id } }) {
      setOpen((before) =>
        before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
      );
    },
    photosOf: (hit) => (isOpen(hit) ? hit.more.flatMap((id) => photos.get(id) ?? []) : []),
  };
}
