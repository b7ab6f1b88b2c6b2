import { type RefObject, useEffect, useRef } from "react";
import { useBeforePaint } from "#app/ui/hydrated.ts";

/**
 * Lets the picture that is opened first grow out of its tile, so that one sees where it came from; for people who want
 * less motion it just appears. `isThere`: the picture has its place on the screen.
 */
export function useGrowth(picture: RefObject<HTMLElement>, tileName: string, isThere: boolean): void {
  const isDone = useRef(false);
  // A picture that takes long to load appears without growing, because somebody is waiting for it.
  useEffect(() => {
    const timer = setTimeout(() => {
      isDone.current = true;
    }, 400);
    return () => clearTimeout(timer);
  }, []);
  useBeforePaint(() => {
    if (!isThere || isDone.current) return;
    isDone.current = true;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const from = document.querySelector(`[data-tile="${CSS.escape(tileName)}"]`)?.getBoundingClientRect();
    const to = picture.current?.getBoundingClientRect();
    if (!from || !to || from.width === 0 || to.width === 0) return;
    const isSeen = from.bottom > 0 && from.top < innerHeight;
    if (!isSeen) return;
    const scale = Math.max(from.width / to.width, from.height / to.height);
    const x = from.left + from.width / 2 - (to.left + to.width / 2);
    const y = from.top + from.height / 2 - (to.top + to.height / 2);
    // Not the property `transform`, which belongs to the zoom.
    picture.current?.animate(
      [
        { translate: `${x}px ${y}px`, scale: String(scale) },
        { translate: "0 0", scale: "1" },
      ],
      { duration: 220, easing: "cubic-bezier(0.2, 0, 0, 1)" },
    );
  }, [isThere, picture, tileName]);
}
