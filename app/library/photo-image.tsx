import { useCallback, useEffect, useRef, useState } from "react";
import type { Photo } from "#server/library/photo.ts";

export const photoUrl = (
  id: string,
  kind: "thumbnail" | "preview" | "original" | "download" | "motion",
): string => `/photos/${id}/${kind}`;

/** Long side of a thumbnail, px. */
const thumbnailSide = 250;
const mostTries = 3;
/** ms */
const askAgainAfter = 3_000;

interface PhotoImageProps {
  photo: Pick<Photo, "id" | "width" | "height">;
  /** Width on the screen, px. */
  width: number;
  eager?: boolean;
  alt: string;
  className?: string;
}

/** Shows the smallest rendition that is sharp at this size. It fades in over the placeholder behind it. */
export function PhotoImage({ photo, width, eager = false, alt, className = "" }: PhotoImageProps) {
  const [tries, setTries] = useState(0);
  const ratio = (photo.width ?? 4) / (photo.height ?? 3);
  const thumbnailWidth = thumbnailSide * Math.min(1, ratio);
  const thumbnail = photoUrl(photo.id, "thumbnail");
  const preview = photoUrl(photo.id, "preview");
  const large = width > thumbnailWidth * 1.25;
  const [failed, setFailed] = useState(false);
  // A rendition that is missing is made by being asked for, and is there soon.
  useEffect(() => {
    if (!failed || tries >= mostTries) return;
    const timer = setTimeout(() => {
      setFailed(false);
      setTries(tries + 1);
    }, askAgainAfter);
    return () => clearTimeout(timer);
  }, [failed, tries]);

  // A picture of the first page may have failed before the page came to life, when nobody heard of it. One that
  // loads late looks as if it had failed, and is left to its own error.
  const picture = useRef<HTMLImageElement | null>(null);
  const attach = useCallback((image: HTMLImageElement | null) => {
    picture.current = image;
    markLoading(image);
  }, []);
  useEffect(() => {
    const image = picture.current;
    if (eager && image?.complete && image.naturalWidth === 0) setFailed(true);
  }, [eager]);

  return (
    <img
      key={tries}
      ref={attach}
      src={large ? preview : thumbnail}
      srcSet={large ? undefined : `${thumbnail} 1x, ${preview} 2x`}
      alt={alt}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
      onLoad={(event) => event.currentTarget.removeAttribute("data-loading")}
      className={`photo-fade ${className}`}
    />
  );
}

/** Marks an image that is not loaded yet, so that only such images fade in. */
function markLoading(image: HTMLImageElement | null): void {
  if (image && !image.complete) image.setAttribute("data-loading", "");
}
