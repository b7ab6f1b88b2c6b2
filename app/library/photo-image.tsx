import type { Photo } from "#server/library/photo.ts";
import { photoName } from "./photo-words.ts";

export const photoUrl = (id: string, kind: "thumbnail" | "preview" | "original" | "download"): string =>
  `/photos/${id}/${kind}`;

/** Long side of a thumbnail, px. */
const thumbnailSide = 250;

interface PhotoImageProps {
  photo: Photo;
  /** px that it will take up. */
  width: number;
  eager?: boolean;
  alt?: string;
  className?: string;
}

/** The smallest picture that is sharp at this size; fades in over the placeholder behind it. */
export function PhotoImage({
  photo,
  width,
  eager = false,
  alt = photoName(photo),
  className = "",
}: PhotoImageProps) {
  const ratio = (photo.width ?? 4) / (photo.height ?? 3);
  const thumbnailWidth = thumbnailSide * Math.min(1, ratio);
  const thumbnail = photoUrl(photo.id, "thumbnail");
  const preview = photoUrl(photo.id, "preview");
  const large = width > thumbnailWidth * 1.25;
  return (
    <img
      ref={markLoading}
      src={large ? preview : thumbnail}
      srcSet={large ? undefined : `${thumbnail} 1x, ${preview} 2x`}
      alt={alt}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      draggable={false}
      onLoad={(event) => event.currentTarget.removeAttribute("data-loading")}
      className={`photo-fade ${className}`}
    />
  );
}

/** Only what is not there yet fades in: a page that came from the server shows its photos at once. */
function markLoading(image: HTMLImageElement | null): void {
  if (image && !image.complete) image.setAttribute("data-loading", "");
}
