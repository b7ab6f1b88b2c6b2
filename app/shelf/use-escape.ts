import { useEffect, useRef } from "react";

/** Esc gives up the selection, unless it closes something that lies over the page. */
export function useEscape(isOn: boolean, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isOn) return;
    function onKeyDown({ key, defaultPrevented }: KeyboardEvent): void {
      // A dialog that this key press has closed is gone already, but it has handled the key.
      if (key !== "Escape" || defaultPrevented) return;
      const isCovered = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
      if (!isCovered) latest.current();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
}
