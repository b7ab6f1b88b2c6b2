import { useEffect, useLayoutEffect, useSyncExternalStore } from "react";

const never = () => () => {};

/** Returns false while the server renders and while React takes over the page, and true from then on. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** Runs an effect before the browser paints. On the server it does not run. */
export const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;
