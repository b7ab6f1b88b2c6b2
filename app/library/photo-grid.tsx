import { type KeyboardEvent, useState } from "react";
import { useStore } from "#app/ui/store.ts";
import type { Photo } from "#server/library/photo.ts";
import { chosenPhotos } from "./chosen-photos.ts";
import { type GridShape, justify } from "./justify.ts";
import { MoreBadge, type NearDuplicates } from "./more-badge.tsx";
import { ratioOf } from "./photo-words.ts";
import { Tile } from "./tile.tsx";

export interface GridPhoto {
  photo: Photo;
  /** One line that says why the photo is here, or when and where it was taken. */
  note: string;
  /** The number that people use to refer to the photo. */
  number?: number;
  more?: NearDuplicates;
}

interface PhotoGridProps {
  /** The prefix of the tiles' names, before the photo's id. */
  name: string;
  label: string;
  /** Each group has its own rows, so that a later group does not move the photos of earlier ones. */
  groups: GridPhoto[][];
  shape: GridShape;
  /** Whether its photos can be chosen on this page. */
  selectable?: boolean;
  onOpen(photo: Photo): void;
}

/** The greatest height of a row, as a multiple of the wished height. Few photos therefore stay on the left. */
const highest = 1.5;

/** A chosen photo is a little smaller, within a frame. */
const chosenLook =
  "group/cell has-[[aria-checked=true]]:rounded-photo has-[[aria-checked=true]]:bg-accent-soft has-[[aria-checked=true]]:outline-3 -outline-offset-3 outline-accent has-[[aria-checked=true]]:[&>[data-tile]]:inset-2.5";

/** Shows justified rows of photos. The grid is one tab stop; arrow keys move through it, and Enter opens a photo. */
export function PhotoGrid({ name, label, groups, shape, selectable = false, onOpen }: PhotoGridProps) {
  const [active, setActive] = useState(0);
  const Check = useStore(chosenPhotos, (chosen) => (selectable && chosen?.Check) || null);
  const lastGroup = groups.length - 1;
  const cells = groups.flatMap((group, groupIndex) => {
    const rows = justify(group, (item) => ratioOf(item.photo), shape);
    return rows.flatMap(({ items, height }, rowIndex) => {
      const capped = groupIndex === lastGroup && rowIndex === rows.length - 1 && height > shape.row * highest;
      return items.map((item) => ({
        ...item,
        height: capped ? shape.row * highest : height,
        grows: !capped,
      }));
    });
  });
  const tabStop = Math.min(active, cells.length - 1);

  return (
    <ul aria-label={label} style={{ gap: shape.gap }} className="flex flex-wrap">
      {cells.map(({ photo, note, number, more, height, grows }, index) => {
        const ratio = ratioOf(photo);
        // A little less than the real width, so that rounding never wraps a photo to the next row.
        const basis = ratio * height - 0.5;
        const tile = `${name}/${photo.id}`;
        return (
          <li
            key={photo.id}
            data-photo={selectable ? photo.id : undefined}
            className={`relative ${Check ? chosenLook : ""}`}
            style={{
              flex: `${grows ? ratio : 0} 1 ${basis}px`,
              aspectRatio: ratio,
              maxWidth: basis * highest,
            }}
          >
            <Tile
              photo={photo}
              number={number ?? null}
              note={note}
              width={basis}
              eager={index < 8}
              name={tile}
              describedBy={Check ? `chosen/${tile}` : undefined}
              tabbable={index === tabStop}
              onOpen={() => onOpen(photo)}
              onFocus={() => setActive(index)}
              onKeyDown={(event) => moveFocus(event, index)}
            />
            <span className="absolute top-0 right-0 z-2 flex">
              {Check && <Check photo={photo} wordsId={`chosen/${tile}`} />}
              {more && (
                <MoreBadge more={more} tabbable={index === tabStop} onFocus={() => setActive(index)} />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function moveFocus(event: KeyboardEvent<HTMLButtonElement>, index: number): void {
  const tiles = [...(event.currentTarget.closest("ul")?.querySelectorAll<HTMLElement>("[data-tile]") ?? [])];
  const target = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tiles.length - 1 }[event.key];
  const next =
    target === undefined
      ? nearestInNextRow(tiles, event.currentTarget, event.key)
      : tiles[Math.max(0, target)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Finds the tile in the next row, above or below, whose middle is nearest. */
function nearestInNextRow(tiles: HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const direction = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
  if (direction === 0) return undefined;
  const here = from.getBoundingClientRect();
  const middle = (box: DOMRect) => box.left + box.width / 2;
  const boxes = tiles.map((tile) => ({ tile, box: tile.getBoundingClientRect() }));
  // Within a row the tops differ by less than a pixel.
  const beyond = boxes.filter(({ box }) => (box.top - here.top) * direction > 2);
  const row = Math.min(...beyond.map(({ box }) => box.top * direction)) * direction;
  const [nearest] = beyond
    .filter(({ box }) => Math.abs(box.top - row) <= 2)
    .sort((a, b) => Math.abs(middle(a.box) - middle(here)) - Math.abs(middle(b.box) - middle(here)));
  return nearest?.tile;
}
