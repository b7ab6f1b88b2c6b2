import { useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import { useStore } from "#app/ui/store.ts";
import { type ListedPhoto, type PhotoList, withoutRemoved } from "./photo-list.ts";
import { removedPhotos } from "./removed-photos.ts";

const parameter = "photo";

/** Opens the lightbox; the browser's Back closes it. */
export function useOpenPhoto(): (photo: PhotoList & { id: string }) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(
    ({ id, ...state }) => {
      navigate({ pathname, search: `?${parameter}=${id}` }, { state, preventScrollReset: true });
    },
    [navigate, pathname],
  );
}

export interface OpenPhoto extends PhotoList {
  id: string;
  /** Goes to another photo, in this list or in a new one. */
  show(id: string, list?: ListedPhoto[]): void;
  /** Browses a longer list and goes on showing the same photo. */
  extend(list: PhotoList): void;
  close(): void;
}

/** Returns the photo that the address names, or null if there is none. */
export function useOpenedPhoto(): OpenPhoto | null {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { pathname, state } = useLocation();
  const removed = useStore(removedPhotos, (ids) => ids);
  const id = search.get(parameter);
  if (!id) return null;
  const opened = isPhotoList(state) ? state : null;
  const alone: PhotoList = { list: [{ id, why: null }], rest: null, from: "" };
  const go = (next: string, to: unknown) =>
    navigate(
      { pathname, search: `?${parameter}=${next}` },
      { state: to, replace: true, preventScrollReset: true },
    );
  return {
    ...withoutRemoved(opened ?? alone, removed, id),
    id,
    show: (next) => go(next, state),
    extend: ({ list, rest, from }) => go(id, { list, rest, from }),
    // Go back to the grid that the photo was opened from. A photo that was opened by its address has none.
    close: () => (opened ? navigate(-1) : navigate(pathname, { replace: true, preventScrollReset: true })),
  };
}

function isPhotoList(state: unknown): state is PhotoList {
  return (
    typeof state === "object" &&
    state !== null &&
    "list" in state &&
    Array.isArray(state.list) &&
    "rest" in state &&
    "from" in state
  );
}
