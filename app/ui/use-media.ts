import { useCallback, useSyncExternalStore } from "react";

export const phone = "(max-width: 599px)";
export const wide = "(min-width: 1024px)";

/** Tells whether a media query matches. On the server none does. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
