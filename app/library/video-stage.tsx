import { useEffect, useRef, useState } from "react";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { photoUrl } from "./photo-image.tsx";
import { noPictureReason, photoName } from "./photo-words.ts";
import { placeholderOf } from "./placeholder.ts";
import type { SlideShow } from "./use-slide-show.ts";
import { useStageGestures } from "./use-stage-gestures.ts";
import type { Zoom } from "./use-zoom.ts";

interface VideoStageProps {
  photo: Photo;
  zoom: Zoom;
  onSwipe(by: 1 | -1): void;
  slides: Pick<SlideShow, "runs" | "videoEnded">;
}

/** Plays a video from its original, over its poster. A browser that does not know its codec says so. */
export function VideoStage({ photo, zoom, onSwipe, slides }: VideoStageProps) {
  const gestures = useStageGestures(zoom, onSwipe);
  const [failed, setFailed] = useState(false);
  const player = useRef<HTMLVideoElement>(null);
  const ended = useRef(slides.videoEnded);
  ended.current = slides.videoEnded;
  useEffect(() => {
    if (!slides.runs) return;
    let isOver = false;
    player.current?.play().catch((error: unknown) => {
      // A paused video stops the slide show, because somebody looks at it. A video that cannot begin must not stop it.
      const isPaused = error instanceof DOMException && error.name === "AbortError";
      if (!isOver && !isPaused) ended.current();
    });
    return () => {
      isOver = true;
    };
  }, [slides.runs]);
  const hasPoster = noPictureReason(photo) === null;
  const ratio = (photo.width ?? 16) / (photo.height ?? 9);
  return (
    <figure {...gestures} className="min-h-0 touch-pan-y overflow-hidden sm:px-18">
      <div className="relative grid size-full place-items-center [container-type:size]">
        {/* biome-ignore lint/a11y/useMediaCaption: people's own videos have none. */}
        <video
          ref={player}
          src={photoUrl(photo.id, "original")}
          poster={hasPoster ? photoUrl(photo.id, "preview") : undefined}
          aria-label={words.photo.videoNamed(photoName(photo))}
          controls
          playsInline
          preload="metadata"
          // A finger on the player's slider does not go to the next photo.
          onPointerDown={(event) => event.stopPropagation()}
          onEnded={slides.videoEnded}
          onError={() => {
            setFailed(true);
            slides.videoEnded();
          }}
          onLoadedMetadata={() => setFailed(false)}
          className="rounded-[2px] bg-cover"
          style={{
            width: `min(100cqw, calc(100cqh * ${ratio}))`,
            aspectRatio: ratio,
            ...(photo.thumbhash && placeholderOf(photo.thumbhash, true)),
          }}
        />
        {failed && (
          <p
            role="alert"
            className="absolute bottom-4 rounded-full bg-over-photo px-4 py-2 text-on-photo text-sm"
          >
            {words.photo.notPlayed}
          </p>
        )}
      </div>
    </figure>
  );
}
