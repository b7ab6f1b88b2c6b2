import { useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import type { PhotoList } from "./photo-list.ts";

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
  /** Goes to another photo; `list` is browsed from then on. */
  show(id: string, list: PhotoList): void;
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
  const alone: PhotoList = { list: [{ id, why: null }], rest: null, from: "" };
  return {
    ...(opened ?? alone),
    id,
    show: (next, { list, rest, from }) =>
      navigate(
        { pathname, search: `?${parameter}=${next}` },
        // A photo that was opened by its address is still not opened from a grid.
        { state: opened && { list, rest, from }, replace: true, preventScrollReset: true },
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
    "rest" in state &&
    "from" in state
  );
}
