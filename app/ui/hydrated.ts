import { useEffect, useLayoutEffect, useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the server renders and while the browser takes its page over; true from then on. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** Runs before the browser paints; on the server not at all. */
export const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;
