import { useEffect, useState } from "react";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { photoUrl } from "./photo-image.tsx";

/** How long the pointer rests on a tile before its film plays, in ms: passing over it plays nothing. */
const rest = 350;

/** Tells whether the film of a tile plays: while a mouse rests on it, unless the person wants less motion. */
export function useFilmOnHover(photo: Photo) {
  const [isOver, setOver] = useState(false);
  const [plays, setPlays] = useState(false);
  useEffect(() => {
    if (!isOver) return setPlays(false);
    const timer = setTimeout(() => setPlays(true), rest);
    return () => clearTimeout(timer);
  }, [isOver]);
  return {
    plays: plays && photo.motion !== null,
    onPointerEnter(event: { pointerType: string }) {
      const isUnwanted = matchMedia("(prefers-reduced-motion: reduce)").matches;
      setOver(photo.motion !== null && event.pointerType === "mouse" && !isUnwanted);
    },
    onPointerLeave: () => setOver(false),
  };
}

/** Plays the film behind a photo. It appears once it moves, so a film that cannot be played shows nothing. */
export function PhotoFilm({
  photo,
  muted,
  onEnd,
  onFail,
}: {
  photo: Photo;
  muted: boolean;
  /** Without it, the film plays again and again. */
  onEnd?(): void;
  onFail?(): void;
}) {
  const [moves, setMoves] = useState(false);
  return (
    <video
      src={photoUrl(photo.id, "motion")}
      aria-label={words.photo.film}
      autoPlay
      playsInline
      muted={muted}
      loop={!onEnd}
      onPlaying={() => setMoves(true)}
      onEnded={onEnd}
      onError={onFail}
      className={`pointer-events-none absolute inset-0 size-full object-cover transition-opacity duration-(--duration-base) ${moves ? "" : "opacity-0"}`}
    />
  );
}
