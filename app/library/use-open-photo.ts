import { useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import type { ListedPhoto, PhotoList } from "./photo-list.ts";

const parameter = "photo";

/** Opens the lightbox; the browser's Back closes it. */
export function useOpenPhoto(): (photo: Omit<PhotoList, "like"> & { id: string }) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(
    ({ id, ...state }) => {
      navigate(
        { pathname, search: `?${parameter}=${id}` },
        { state: { ...state, like: [] }, preventScrollReset: true },
      );
    },
    [navigate, pathname],
  );
}

export interface OpenPhoto extends PhotoList {
  id: string;
  /** Goes to another photo; `list` is browsed from then on. */
  show(id: string, list: PhotoList): void;
  /** Goes to a photo that is like the one that is shown; these photos are browsed then, and `back` returns. */
  showLike(id: string, list: ListedPhoto[]): void;
  /** Returns to the photo and the list from which "More like this" led here; null if it did not. */
  back: (() => void) | null;
  close(): void;
}

/** Returns the photo that the address names, or null if there is none. */
export function useOpenedPhoto(): OpenPhoto | null {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { pathname, state } = useLocation();
  const id = search.get(parameter);
  if (!id) return null;
  const opened = isPhotoList(state) ? state : null;
  const alone: PhotoList = { list: [{ id, why: null }], rest: null, from: "", like: [] };
  const { from, like } = opened ?? alone;
  const go = (next: string, to: PhotoList | null, replace: boolean) =>
    navigate({ pathname, search: `?${parameter}=${next}` }, { state: to, replace, preventScrollReset: true });
  return {
    ...(opened ?? alone),
    id,
    // A photo that was opened by its address is still not opened from a grid.
    show: (next, { list, rest, shelf }) =>
      go(next, opened && { list, rest, from, like, ...(shelf && { shelf }) }, true),
    showLike: (next, list) => go(next, { list, rest: null, from, like: [...like, id] }, false),
    back: like.length > 0 ? () => navigate(-1) : null,
    // Go back to the grid that the photo was opened from. A photo that was opened by its address has none.
    close: () =>
      from === ""
        ? navigate(pathname, { replace: true, preventScrollReset: true })
        : navigate(-1 - like.length),
  };
}

function isPhotoList(state: unknown): state is PhotoList {
  return (
    typeof state === "object" &&
    state !== null &&
    "list" in state &&
    Array.isArray(state.list) &&
    "rest" in state &&
    "from" in state &&
    "like" in state
  );
}
