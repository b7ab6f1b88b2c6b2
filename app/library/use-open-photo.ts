import { useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import type { Why } from "#server/search/types.ts";

export interface ListedPhoto {
  id: string;
  why: Why | null;
}

/** The photos that the lightbox browses. The browser's history keeps them, so that they survive a reload. */
export interface PhotoList {
  list: ListedPhoto[];
  /** The name of the grid that the photo was opened from; the focus returns there. */
  from: string;
}

const parameter = "photo";

/** Opens the lightbox; the browser's Back closes it. */
export function useOpenPhoto(): (photo: PhotoList & { id: string }) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(
    ({ id, list, from }) => {
      const state: PhotoList = { list, from };
      navigate({ pathname, search: `?${parameter}=${id}` }, { state, preventScrollReset: true });
    },
    [navigate, pathname],
  );
}

export interface OpenPhoto extends PhotoList {
  id: string;
  /** Goes to another photo, in this list or in a new one. */
  show(id: string, list?: ListedPhoto[]): void;
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
  const { list, from } = opened ?? { list: [{ id, why: null }], from: "" };
  return {
    id,
    list,
    from,
    show: (next) =>
      navigate(
        { pathname, search: `?${parameter}=${next}` },
        { state, replace: true, preventScrollReset: true },
      ),
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
    "from" in state
  );
}
