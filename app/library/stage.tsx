import { Image, ImageOff } from "lucide-react";
import { type PointerEvent, useRef } from "react";
import { formatOf } from "#server/formats.ts";
import type { Photo } from "#server/library/photo.ts";
import { photoUrl } from "./photo-image.tsx";
import { noPictureReason, photoName } from "./photo-words.ts";
import { placeholderOf } from "./placeholder.ts";
import type { Zoom } from "./use-zoom.ts";

interface StageProps {
  photo: Photo;
  zoom: Zoom;
  /** Goes to the next photo (1) or the previous one (−1). */
  onSwipe(by: 1 | -1): void;
}

const swipe = 56;

/** Shows the photo over its thumbhash. A zoomed photo can be dragged; otherwise a swipe goes to the next one. */
export function Stage({ photo, zoom, onSwipe }: StageProps) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const reason = noPictureReason(photo);
  if (reason) {
    const Icon = photo.status === "failed" ? ImageOff : Image;
    return (
      <div className="grid place-content-center justify-items-center gap-2 p-6 text-center text-ink-2">
        <Icon size={32} strokeWidth={1.25} aria-hidden className="text-ink-3" />
        <p>{reason}</p>
      </div>
    );
  }
  const zoomed = zoom.scale > 1;
  const preview = photoUrl(photo.id, "preview");
  // A preview does not move, and is too small to be looked at closely.
  const showsOriginal = (zoomed || photo.animated) && formatOf(photo.type)?.isShownByBrowsers;
  const ratio = (photo.width ?? 4) / (photo.height ?? 3);

  function onPointerMove({ clientX: x, clientY: y }: PointerEvent): void {
    if (!start.current || !zoomed) return;
    zoom.pan({ x: x - start.current.x, y: y - start.current.y });
    start.current = { x, y };
  }

  function onPointerUp({ clientX, pointerType }: PointerEvent): void {
    const moved = clientX - (start.current?.x ?? clientX);
    start.current = null;
    if (!zoomed && pointerType !== "mouse" && Math.abs(moved) > swipe) onSwipe(moved < 0 ? 1 : -1);
  }

  return (
    <figure
      onDoubleClick={zoom.toggle}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, y: event.clientY };
        if (zoomed) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null;
      }}
      className={`min-h-0 overflow-hidden sm:px-18 ${zoomed ? "cursor-grab touch-none active:cursor-grabbing" : "cursor-zoom-in touch-pan-y touch-pinch-zoom"}`}
    >
      <div className="grid size-full place-items-center [container-type:size]">
        <div
          className="overflow-hidden rounded-[2px] bg-cover transition-[scale] duration-(--duration-base)"
          style={{
            width: `min(100cqw, calc(100cqh * ${ratio}), ${(photo.width ?? 720) * 2}px)`,
            aspectRatio: ratio,
            scale: zoom.scale,
            translate: `${zoom.offset.x}px ${zoom.offset.y}px`,
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
        </div>
      </div>
    </figure>
  );
}
