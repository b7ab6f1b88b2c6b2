import { useState } from "react";
import type { Photo } from "#server/library/photo.ts";
import { photoName } from "./photo-words.ts";

export const photoUrl = (id: string, kind: "thumbnail" | "preview" | "original" | "download"): string =>
  `/photos/${id}/${kind}`;

/** Long side of a thumbnail, px. */
const thumbnailSide = 250;
const mostTries = 3;
/** ms */
const askAgainAfter = 3_000;

interface PhotoImageProps {
  photo: Photo;
  /** Width on the screen, px. */
  width: number;
  eager?: boolean;
  alt?: string;
  className?: string;
}

/** Shows the smallest rendition that is sharp at this size. It fades in over the placeholder behind it. */
export function PhotoImage({
  photo,
  width,
  eager = false,
  alt = photoName(photo),
  className = "",
}: PhotoImageProps) {
  const [tries, setTries] = useState(0);
  const ratio = (photo.width ?? 4) / (photo.height ?? 3);
  const thumbnailWidth = thumbnailSide * Math.min(1, ratio);
  const thumbnail = photoUrl(photo.id, "thumbnail");
  const preview = photoUrl(photo.id, "preview");
  const large = width > thumbnailWidth * 1.25;
  /** A rendition that is missing is made by being asked for, and is there soon. */
  function askAgain(): void {
    if (tries < mostTries) setTimeout(() => setTries(tries + 1), askAgainAfter);
  }

  return (
    <img
      key={tries}
      ref={markLoading}
      src={large ? preview : thumbnail}
      srcSet={large ? undefined : `${thumbnail} 1x, ${preview} 2x`}
      alt={alt}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      draggable={false}
      onError={askAgain}
      onLoad={(event) => event.currentTarget.removeAttribute("data-loading")}
      className={`photo-fade ${className}`}
    />
  );
}

/** Marks an image that is not loaded yet, so that only such images fade in. */
function markLoading(image: HTMLImageElement | null): void {
  if (image && !image.complete) image.setAttribute("data-loading", "");
}
