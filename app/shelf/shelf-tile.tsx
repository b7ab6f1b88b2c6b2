import { FileWarning, Image, ImageOff } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useMemo } from "react";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { noPictureReason } from "#app/library/photo-words.ts";
import { placeholderOf } from "#app/library/placeholder.ts";
import { LikingMarks, TileMarks } from "#app/library/tile-marks.tsx";
import { libraryWords } from "#app/words/library-words.ts";
import { words } from "#app/words/words.ts";
import type { ShelfPhoto } from "#server/library/shelf-photo.ts";
import { PhotoCheck } from "./photo-check.tsx";

/** The handlers of a tile; the same object at each rendering, so that a tile is rendered again only when it changes. */
export interface TileActions {
  open(photo: number, event: MouseEvent): void;
  check(photo: number, event: MouseEvent): void;
  focus(photo: number): void;
  key(photo: number, event: KeyboardEvent): void;
}

interface ShelfTileProps {
  /** The number of the photo on the shelf. */
  number: number;
  /** Undefined while it is not loaded. */
  photo: ShelfPhoto | undefined;
  /** In px, within the row. */
  left: number;
  width: number;
  /** The name of the grid; the tile's own ends in the photo's id. */
  grid: string;
  isSelected: boolean;
  /** True while anything is selected; a click then selects. */
  isSelecting: boolean;
  isTabStop: boolean;
  actions: TileActions;
}

/** A photo on a shelf: a box of its shape at first, then its picture, and on hover and focus the check. */
export function ShelfTile(props: ShelfTileProps) {
  const { number, photo, left, width, grid, isSelected, isSelecting, isTabStop, actions } = props;
  // While a shelf is scrolled, a tile is drawn anew only when something of it changes.
  return useMemo(
    () => <Tile {...{ number, photo, left, width, grid, isSelected, isSelecting, isTabStop, actions }} />,
    [number, photo, left, width, grid, isSelected, isSelecting, isTabStop, actions],
  );
}

function Tile(props: ShelfTileProps) {
  const { number, photo, left, width, grid, isSelected, isSelecting, isTabStop, actions } = props;
  const reason = photo && noPictureReason(photo);
  return (
    <div
      role="gridcell"
      aria-selected={isSelected}
      data-number={number}
      className={`group/cell pointer-events-auto absolute inset-y-0 data-dragged:opacity-50 data-[drop=after]:shadow-[5px_0_0_var(--color-accent)] data-[drop=before]:shadow-[-5px_0_0_var(--color-accent)] ${isSelected ? "rounded-photo bg-accent-soft outline-3 outline-accent -outline-offset-3" : ""}`}
      style={{ left, width }}
    >
      <button
        type="button"
        data-tile={`${grid}/${photo?.id ?? `#${number}`}`}
        tabIndex={isTabStop ? 0 : -1}
        onClick={(event) => actions.open(number, event)}
        onFocus={() => actions.focus(number)}
        onKeyDown={(event) => actions.key(number, event)}
        style={photo?.thumbhash ? placeholderOf(photo.thumbhash, true) : undefined}
        className={`absolute touch-manipulation select-none overflow-hidden rounded-photo bg-fill bg-cover bg-center transition-[inset] [-webkit-touch-callout:none] focus-visible:z-1 focus-visible:outline-3 ${isSelected ? "inset-2.5" : "inset-0"}`}
      >
        {photo && reason && <NoShelfPicture photo={photo} reason={reason} />}
        {photo && !reason && (
          <PhotoImage photo={photo} width={width} alt="" className="size-full object-cover" />
        )}
        <span className="sr-only">{tileName(photo)}</span>
        {photo && <LikingMarks photo={photo} />}
        {photo?.damage ? (
          <span className="absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-over-photo px-1.5 py-0.5 font-medium text-2xs text-on-photo">
            <FileWarning size={12} aria-hidden />
            {words.tile.damage[photo.damage]}
          </span>
        ) : (
          photo && <TileMarks photo={photo} raw={photo.raw} />
        )}
      </button>
      {photo && (
        <PhotoCheck
          name={photo.name}
          isSelected={isSelected}
          isSelecting={isSelecting}
          onClick={(event) => actions.check(number, event)}
          className="absolute top-0 right-0 z-2"
        />
      )}
    </div>
  );
}

/** The name of a photo for a screen reader: its content, and the marks on it. */
function tileName(photo: ShelfPhoto | undefined): string {
  if (!photo) return libraryWords.notLoaded;
  const marks = [
    noPictureReason(photo),
    photo.favourite && libraryWords.favourite,
    photo.rating ? libraryWords.stars(photo.rating) : null,
  ];
  return [photo.name || photo.fileName || words.photo.label, ...marks].filter(Boolean).join(", ");
}

function NoShelfPicture({ photo, reason }: { photo: ShelfPhoto; reason: string }) {
  const Icon = photo.status === "failed" ? ImageOff : Image;
  return (
    <span
      aria-hidden
      className="absolute inset-0 flex flex-col items-center justify-center gap-1 p-2 text-center text-ink-3 text-xs"
    >
      <Icon size={18} className="text-ink-2" />
      <span className="line-clamp-1 max-w-full break-all text-ink-2">{photo.fileName}</span>
      <span className="line-clamp-2">{reason}</span>
    </span>
  );
}
