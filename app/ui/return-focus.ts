import type { RefObject } from "react";

/** Gives the focus back to what has opened a dialog. Radix does so for its own trigger only. */
export const returnFocusTo =
  (opener: RefObject<HTMLElement>) =>
  (event: Event): void => {
    event.preventDefault();
    opener.current?.focus();
  };
