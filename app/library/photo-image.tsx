import { useCallback, useEffect, useRef, useState } from "react";
import { useHydrated } from "#app/ui/hydrated.ts";
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
  /** Called when the picture did not come after several tries. */
  onMissing?: () => void;
}

/** Shows the smallest rendition that is sharp at this size. It fades in over the placeholder behind it. */
export function PhotoImage({ photo, width, eager = false, alt, className = "", onMissing }: PhotoImageProps) {
  const [tries, setTries] = useState(0);
  const ratio = (photo.width ?? 4) / (photo.height ?? 3);
  const thumbnailWidth = thumbnailSide * Math.min(1, ratio);
  const thumbnail = photoUrl(photo.id, "thumbnail");
  const preview = photoUrl(photo.id, "preview");
  const isSharp = (pixels: number) => pixels <= thumbnailWidth * 1.25;
  const large = !isSharp(width);
  const choice = large || isSharp(2 * width) ? undefined : `${thumbnail} 1x, ${preview} 2x`;
  const [failed, setFailed] = useState(false);
  // A missing rendition is made when it is asked for, so another try finds it.
  useEffect(() => {
    if (!failed) return;
    if (tries >= mostTries) return onMissing?.();
    const timer = setTimeout(() => {
      setFailed(false);
      setTries(tries + 1);
    }, askAgainAfter);
    return () => clearTimeout(timer);
  }, [failed, tries, onMissing]);

  // A picture of a page from the server may have failed before the page came to life, when nobody heard of it. One
  // that is lazy looks the same while it has not begun to load, so it is put on the page anew, which costs nothing.
  const hydrated = useHydrated();
  const cameWithPage = useRef(!hydrated);
  const picture = useRef<HTMLImageElement | null>(null);
  const attach = useCallback((image: HTMLImageElement | null) => {
    picture.current = image;
    markLoading(image);
  }, []);
  useEffect(() => {
    const image = picture.current;
    if (!cameWithPage.current || !image?.complete || image.naturalWidth > 0) return;
    if (eager) setFailed(true);
    else setTries(1);
  }, [eager]);

  return (
    <img
      key={tries}
      ref={attach}
      src={large ? preview : thumbnail}
      srcSet={choice}
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
