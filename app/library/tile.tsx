import { FileWarning, Image, ImageOff } from "lucide-react";
import { type KeyboardEvent, useDeferredValue } from "react";
import { useHydrated } from "#app/ui/hydrated.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { PhotoFilm, useFilmOnHover } from "./photo-film.tsx";
import { PhotoImage } from "./photo-image.tsx";
import { noPictureReason, photoName } from "./photo-words.ts";
import { placeholderOf } from "./placeholder.ts";
import { LikingMarks, TileMarks } from "./tile-marks.tsx";
import { useFreshPhoto } from "./use-fresh-photo.ts";

interface TileProps {
  photo: Photo;
  /** The number on the tile; null for none. */
  number: number | null;
  /** One line, shown on hover and focus. */
  note: string;
  width: number;
  eager: boolean;
  /** The tile's name in the page, so that the focus can return to it. */
  name: string;
  tabbable: boolean;
  /** The id of the element that says more about the photo than its name. */
  describedBy?: string | undefined;
  onOpen(): void;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void;
}

/** Shows a photo in a grid. Its size is fixed from the start, and the picture appears over its thumbhash. */
export function Tile({
  photo: given,
  number,
  note,
  width,
  eager,
  name,
  tabbable,
  describedBy,
  ...events
}: TileProps) {
  const photo = useFreshPhoto(given);
  // Making the blurred pictures of a whole page takes a while, in which the page has to answer.
  const hydrated = useDeferredValue(useHydrated());
  const film = useFilmOnHover(photo);
  const reason = noPictureReason(photo);
  // An indexed photo is not fetched again, but its list is when its file was found damaged or repaired.
  const inPart = !reason && photo.flaw !== null ? words.tile.inPart : null;
  const damage = given.damage ?? (photo.status === "indexed" ? null : photo.damage);
  return (
    <>
      <button
        type="button"
        data-tile={name}
        tabIndex={tabbable ? 0 : -1}
        aria-describedby={describedBy}
        onClick={events.onOpen}
        onFocus={events.onFocus}
        onKeyDown={events.onKeyDown}
        onPointerEnter={film.onPointerEnter}
        onPointerLeave={film.onPointerLeave}
        style={photo.thumbhash ? placeholderOf(photo.thumbhash, hydrated) : undefined}
        className="peer/tile absolute inset-0 touch-manipulation select-none overflow-hidden transition-[inset] [-webkit-touch-callout:none] rounded-photo bg-fill bg-cover bg-center focus-visible:z-1 focus-visible:outline-3 max-sm:rounded-none"
      >
        {reason ? (
          <NoPicture name={photo.fileName} reason={reason} failed={photo.status === "failed"} />
        ) : (
          <PhotoImage photo={photo} width={width} eager={eager} alt="" className="size-full object-cover" />
        )}
        {number !== null && (
          <>
            <span className="sr-only">{words.photo.label} </span>
            <span className="absolute top-1.5 left-1.5 h-5 min-w-5 rounded-full bg-over-photo px-1.25 text-center font-semibold text-2xs text-on-photo leading-5">
              {number}
            </span>
          </>
        )}
        {!reason && <span className="sr-only">{photoName(photo)} </span>}
        {film.plays && <PhotoFilm photo={photo} muted />}
        {!damage && !inPart && <LikingMarks photo={photo} />}
        <TileMarks photo={photo} raw={photo.companions.some(({ role }) => role === "raw")} />
        {(damage || inPart) && (
          <span className="absolute bottom-1.5 left-1.5 flex items-center gap-1 rounded-full bg-over-photo px-1.5 py-0.5 font-medium text-2xs text-on-photo">
            <FileWarning size={12} aria-hidden />
            {damage ? words.tile.damage[damage] : inPart}
          </span>
        )}
      </button>
      {/* The note is not inside the button, because a button's visible text must be part of its name. */}
      {note && !reason && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-0 bottom-0 z-2 truncate bg-over-photo px-2.5 pt-1.5 pb-1.75 text-left font-medium text-on-photo text-xs opacity-0 transition-opacity peer-hover/tile:opacity-100 peer-focus-visible/tile:opacity-100"
        >
          {note}
        </span>
      )}
    </>
  );
}

function NoPicture({ name, reason, failed }: { name: string; reason: string; failed: boolean }) {
  const Icon = failed ? ImageOff : Image;
  return (
    <span className="absolute inset-0 flex flex-col items-center justify-center gap-1 p-2 text-center text-ink-3 text-xs">
      <Icon size={18} aria-hidden className="text-ink-2" />
      <span className="line-clamp-1 max-w-full break-all text-ink-2">{name}</span>
      <span className="line-clamp-2">{reason}</span>
    </span>
  );
}
