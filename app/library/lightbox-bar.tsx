import {
  ArrowLeft,
  CirclePlay,
  CircleStop,
  Download,
  Heart,
  Info,
  Pause,
  Play,
  Trash2,
  X,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { IconButton, iconButtonLook } from "#app/ui/button.tsx";
import { editWords } from "#app/words/edit-words.ts";
import { lightboxWords } from "#app/words/lightbox-words.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { photoUrl } from "./photo-image.tsx";
import { RemovePhoto } from "./remove-photo.tsx";
import type { SlideShow } from "./use-slide-show.ts";
import type { Zoom } from "./use-zoom.ts";

interface LightboxBarProps {
  /**
   * The id of the photo; null if it cannot be shown. It is known before `photo` is loaded, so that the buttons stay and
   * keep the focus.
   */
  id: string | null;
  photo: Photo | undefined;
  /** "2 of 42" */
  position: string;
  /** Returns to the photo whose "More like this" led here; null if there is none. */
  onBack: (() => void) | null;
  details: boolean;
  onDetails(): void;
  zoom: Zoom;
  onFavourite(): void;
  /** Plays or stops the film behind the photo; `plays` is null if there is none. */
  onPlay(): void;
  plays: boolean | null;
  /** The slide show of the list; null if there is only one photo. */
  slides: SlideShow | null;
  onRemoved(): void;
}

/** The buttons for the photo that is shown. */
export function LightboxBar(props: LightboxBarProps) {
  const {
    id,
    photo,
    position,
    onBack,
    details,
    onDetails,
    zoom,
    onFavourite,
    onRemoved,
    onPlay,
    plays,
    slides,
  } = props;
  const [removing, setRemoving] = useState(false);
  return (
    <div className="z-1 flex items-center gap-1 bg-stage px-3.5 text-sm max-lg:sticky max-lg:top-0 max-lg:px-1.5">
      <Dialog.Close asChild>
        <IconButton label={words.photo.close} look="stage">
          <X size={18} aria-hidden />
        </IconButton>
      </Dialog.Close>
      {onBack && (
        <IconButton label={words.photo.backFromLike} onClick={onBack} look="stage">
          <ArrowLeft size={18} aria-hidden />
        </IconButton>
      )}
      <span className="pl-1.5 text-ink-2">
        {onBack && `${words.photo.similar}: `}
        {position}
      </span>
      <div className="ml-auto flex gap-1">
        {photo?.thumbhash && zoom.scale > 1 && (
          <IconButton label={words.photo.zoomOut} onClick={zoom.out} look="stage">
            <ZoomOut size={18} aria-hidden />
          </IconButton>
        )}
        {photo?.thumbhash && photo.kind === "photo" && (
          <IconButton
            label={words.photo.zoomIn}
            onClick={zoom.in}
            disabled={zoom.isClosest}
            look="stage"
            className="max-sm:hidden"
          >
            <ZoomIn size={18} aria-hidden />
          </IconButton>
        )}
        {slides && (
          <IconButton
            label={slides.runs ? lightboxWords.stopSlides : lightboxWords.slides}
            onClick={slides.toggle}
            look="stage"
          >
            {slides.runs ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
          </IconButton>
        )}
        {plays !== null && (
          <IconButton label={words.photo.play} aria-pressed={plays} onClick={onPlay} look="stage">
            {plays ? <CircleStop size={18} aria-hidden /> : <CirclePlay size={18} aria-hidden />}
          </IconButton>
        )}
        {id && (
          <>
            <IconButton
              label={editWords.favourite}
              aria-pressed={photo?.favourite ?? false}
              onClick={onFavourite}
              look="stage"
            >
              <Heart size={18} aria-hidden className={photo?.favourite ? "fill-current" : undefined} />
            </IconButton>
            <a
              href={photoUrl(id, "download")}
              download
              aria-label={words.photo.download}
              title={words.photo.download}
              className={iconButtonLook("stage")}
            >
              <Download size={18} aria-hidden />
            </a>
            <IconButton label={words.photo.remove} onClick={() => setRemoving(true)} look="stage">
              <Trash2 size={18} aria-hidden />
            </IconButton>
          </>
        )}
        <IconButton label={words.photo.details} aria-pressed={details} onClick={onDetails} look="stage">
          <Info size={18} aria-hidden />
        </IconButton>
      </div>
      {removing && id && <RemovePhoto id={id} onClose={() => setRemoving(false)} onRemoved={onRemoved} />}
    </div>
  );
}
