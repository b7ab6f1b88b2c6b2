import { useEffect, useRef, useState } from "react";
import { useAwake } from "#app/ui/use-awake.ts";

/** How long a photo is shown, ms. */
const stay = 5_000;

interface SlideShowNeeds {
  photoId: string;
  /** True once the photo is loaded; its time begins then. */
  isThere: boolean;
  /** A video is shown until it ends. */
  isVideo: boolean;
  /** Goes to the next photo; null at the end. */
  next: (() => void) | null;
}

export interface SlideShow {
  runs: boolean;
  /** True once it has reached the end of the list. */
  isOver: boolean;
  toggle(): void;
  stop(): void;
  /** The video that is shown has ended, or cannot be played. */
  videoEnded(): void;
}

/** Shows one photo after the other, and keeps the screen on meanwhile. It pauses while nobody sees the page. */
export function useSlideShow({ photoId, isThere, isVideo, next }: SlideShowNeeds): SlideShow {
  const [state, setState] = useState<"rests" | "runs" | "over">("rests");
  const runs = state === "runs";
  useAwake(runs);
  const advance = useRef(() => {});
  advance.current = () => {
    if (next) next();
    else setState("over");
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each photo has its own time.
  useEffect(() => {
    if (!runs || !isThere || isVideo) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = setTimeout(() => advance.current(), stay);
    };
    begin();
    document.addEventListener("visibilitychange", begin);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", begin);
    };
  }, [runs, isThere, isVideo, photoId]);

  return {
    runs,
    isOver: state === "over",
    toggle: () => setState((before) => (before === "runs" ? "rests" : "runs")),
    stop: () => setState("rests"),
    videoEnded: () => runs && advance.current(),
  };
}
