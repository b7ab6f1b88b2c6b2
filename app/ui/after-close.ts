import { useRef } from "react";

/**
 * Lets an item of a menu act when the menu has closed and given the focus back. Acting earlier would let the menu take
 * the focus from what the action has opened, which then closes again: the menu gives the focus back after a moment that
 * is longer on a slow machine.
 *
 * @returns `choose`, for the item's `onSelect`, and `onCloseAutoFocus`, for the menu's content.
 */
export function useAfterClose() {
  const chosen = useRef<(() => void) | null>(null);
  return {
    choose(act: () => void): void {
      chosen.current = act;
    },
    onCloseAutoFocus(): void {
      const act = chosen.current;
      chosen.current = null;
      // The focus moves when the event is over.
      if (act) queueMicrotask(act);
    },
  };
}
