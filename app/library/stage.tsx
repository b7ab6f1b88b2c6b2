import { Image, ImageOff } from "lucide-react";
import { formatOf } from "#server/formats.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Shot } from "#server/library/shots.ts";
import { Faces } from "./faces.tsx";
import { PhotoFilm } from "./photo-film.tsx";
import { photoUrl } from "./photo-image.tsx";
import { noPictureReason, photoName } from "./photo-words.ts";
import { placeholderOf } from "./placeholder.ts";
import type { SlideShow } from "./use-slide-show.ts";
import { useStageGestures } from "./use-stage-gestures.ts";
import type { Zoom } from "./use-zoom.ts";
import { VideoStage } from "./video-stage.tsx";

interface StageProps {
  photo: Photo;
  zoom: Zoom;
  /** Goes to the next photo (1) or the previous one (−1). */
  onSwipe(by: 1 | -1): void;
  /** Is called when its film has ended, or cannot be played; null while it does not play. */
  onFilmEnd: ((failed: boolean) => void) | null;
  /** Faces to be marked in the picture. */
  faces: Shot["faces"];
  slides: Pick<SlideShow, "runs" | "videoEnded">;
}

/** Shows the photo over its thumbhash, or says why it cannot be shown. */
export function Stage(props: StageProps) {
  const { photo, zoom, onSwipe, slides } = props;
  if (photo.kind === "video")
    return <VideoStage photo={photo} zoom={zoom} onSwipe={onSwipe} slides={slides} />;
  const reason = noPictureReason(photo);
  if (!reason) return <Picture {...props} />;
  const Icon = photo.status === "failed" ? ImageOff : Image;
  return (
    <div className="grid place-content-center justify-items-center gap-2 p-6 text-center text-ink-2">
      <Icon size={32} strokeWidth={1.25} aria-hidden className="text-ink-3" />
      <p>{reason}</p>
    </div>
  );
}

function Picture({ photo, zoom, onSwipe, onFilmEnd, faces, slides }: StageProps) {
  const gestures = useStageGestures(zoom, onSwipe);
  const zoomed = zoom.scale > 1;
  const preview = photoUrl(photo.id, "preview");
  // A preview does not move, and is too small to be looked at closely.
  const showsOriginal = (zoomed || photo.animated) && formatOf(photo.type)?.isShownByBrowsers;
  const ratio = (photo.width ?? 4) / (photo.height ?? 3);
  return (
    <figure
      ref={zoom.stage}
      onDoubleClick={({ clientX: x, clientY: y }) => zoom.toggle({ x, y })}
      {...gestures}
      className={`min-h-0 overflow-hidden sm:px-18 ${slides.runs ? "animate-fade-in" : ""} ${zoomed ? "cursor-grab touch-none active:cursor-grabbing" : "cursor-zoom-in touch-pan-y"}`}
    >
      <div className="grid size-full place-items-center [container-type:size]">
        <div
          ref={zoom.picture}
          className={`relative overflow-hidden rounded-[2px] bg-cover ${zoom.isStep ? "transition-transform duration-(--duration-base)" : ""}`}
          style={{
            width: `min(100cqw, calc(100cqh * ${ratio}), ${(photo.width ?? 720) * 2}px)`,
            aspectRatio: ratio,
            // Not the property `scale`: React gives its number a unit, and the browser then ignores it.
            transform: `translate(${zoom.offset.x}px, ${zoom.offset.y}px) scale(${zoom.scale})`,
            ...(photo.thumbhash && placeholderOf(photo.thumbhash, true)),
          }}
        >
          <picture>
            {/* Who wants no motion sees the first frame. */}
            {photo.animated && <source media="(prefers-reduced-motion: reduce)" srcSet={preview} />}
            <img
              src={showsOriginal ? photoUrl(photo.id, "original") : preview}
              alt={photoName(photo)}
              draggable={false}
              className="size-full bg-cover"
              style={showsOriginal ? { backgroundImage: `url(${preview})` } : undefined}
            />
          </picture>
          {faces.length > 0 && <Faces faces={faces} />}
          {onFilmEnd && (
            <PhotoFilm
              photo={photo}
              muted={false}
              onEnd={() => onFilmEnd(false)}
              onFail={() => onFilmEnd(true)}
            />
          )}
        </div>
      </div>
    </figure>
  );
}
