import { useSyncExternalStore } from "react";
import { useHints } from "./hints.tsx";

export const wide = "(min-width: 1024px)";
/** The widest window that is laid out for a phone, px. */
const phoneMost = 599;
const phone = `(max-width: ${phoneMost}px)`;

function onChange(listener: () => void): () => void {
  const media = matchMedia(phone);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/**
 * Tells whether the window is as narrow as a phone's. The server, and the first drawing, go by the window of an earlier
 * visit.
 */
export function useIsOnPhone(): boolean {
  const hints = useHints();
  return useSyncExternalStore(
    onChange,
    () => matchMedia(phone).matches,
    () => hints.window <= phoneMost,
  );
}
