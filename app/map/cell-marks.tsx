import type { Map as MapLibre } from "maplibre-gl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { photoUrl } from "#app/library/photo-image.tsx";
import { count } from "#app/words/counts.ts";
import { mapWords } from "#app/words/map-words.ts";
import type { MapCell } from "#server/library/photo-map.ts";

interface CellMarksProps {
  map: MapLibre;
  cells: MapCell[];
  onChoose(cell: MapCell): void;
}

/**
 * Shows a small picture for each cell, which moves with the map. They are one tab stop; arrow keys go through them from
 * left to right.
 */
export function CellMarks({ map, cells, onChoose }: CellMarksProps) {
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState("");
  // A click on a cell that lies below another one must reach the larger, so the small ones are drawn first.
  const drawn = [...cells].reverse();
  const byPlace = [...cells].sort((one, other) => one.longitude - other.longitude);
  const tabStop = cells.some(({ photoId }) => photoId === active) ? active : (byPlace[0]?.photoId ?? "");

  // biome-ignore lint/correctness/useExhaustiveDependencies: new cells have to be put in their places.
  useEffect(() => {
    function place(): void {
      const middle = map.getCenter().lng;
      for (const mark of list.current?.children ?? []) {
        if (!(mark instanceof HTMLElement)) continue;
        const longitude = Number(mark.dataset.longitude);
        // The copy of the world that is nearest to what is seen.
        const turned = longitude + Math.round((middle - longitude) / 360) * 360;
        const { x, y } = map.project([turned, Number(mark.dataset.latitude)]);
        mark.style.transform = `translate(${x}px, ${y}px)`;
      }
    }
    place();
    map.on("move", place);
    map.on("resize", place);
    return () => {
      map.off("move", place);
      map.off("resize", place);
    };
  }, [map, cells]);

  function move(event: KeyboardEvent, at: number): void {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    const next = step === undefined ? undefined : byPlace[at + step];
    if (!next) return;
    event.preventDefault();
    setActive(next.photoId);
    list.current?.querySelector<HTMLElement>(`[data-mark="${next.photoId}"]`)?.focus();
  }

  return (
    <ul ref={list} aria-label={mapWords.map} className="pointer-events-none absolute inset-0">
      {drawn.map((cell) => (
        <li
          key={cell.photoId}
          data-latitude={cell.latitude}
          data-longitude={cell.longitude}
          className="absolute top-0 left-0"
        >
          <button
            type="button"
            data-mark={cell.photoId}
            aria-label={mapWords.cell(cell.photos, cell.place)}
            title={mapWords.cell(cell.photos, cell.place)}
            tabIndex={cell.photoId === tabStop ? 0 : -1}
            onFocus={() => setActive(cell.photoId)}
            onKeyDown={(event) => move(event, byPlace.indexOf(cell))}
            onClick={() => onChoose(cell)}
            className="pointer-events-auto relative block size-13 -translate-x-1/2 -translate-y-1/2 rounded-thumb border-2 border-surface bg-fill bg-center bg-cover shadow-float focus-visible:z-1 hover:z-1"
            style={{ backgroundImage: `url(${photoUrl(cell.photoId, "thumbnail")})` }}
          >
            {cell.photos > 1 && (
              <span
                aria-hidden
                className="absolute -top-2 -right-2 rounded-full bg-ink px-1.5 font-semibold text-2xs text-on-ink leading-5"
              >
                {count(cell.photos)}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
