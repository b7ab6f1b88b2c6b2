import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTRPC } from "#app/api/client.ts";
import { PhotoGrid } from "#app/library/photo-grid.tsx";
import { placeAndMonth } from "#app/library/photo-words.ts";
import { gridShape, useGridWidth } from "#app/library/use-grid-width.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { Button } from "#app/ui/button.tsx";
import { mapWords } from "#app/words/map-words.ts";
import type { Part } from "./map-view.ts";
import { photosWithin } from "./photos-within.ts";

/** The name of this grid, to which the focus returns from the lightbox. */
const name = "map";

/** Shows the photos of a part of the map, the newest first; `total` are there, also those that are not loaded. */
export function PhotosHere({ part, total }: { part: Part; total: number }) {
  const trpc = useTRPC();
  const box = useRef<HTMLDivElement>(null);
  const shape = gridShape(useGridWidth(box, false));
  const openPhoto = useOpenPhoto();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...photosWithin(trpc, part),
    placeholderData: keepPreviousData,
  });
  const pages = data?.pages ?? [];
  const list = pages.flatMap(({ items }) => items.map(({ id }) => ({ id, why: null })));
  const groups = pages
    .map(({ items }) => items.map((photo) => ({ photo, note: placeAndMonth(photo) })))
    .filter((group) => group.length > 0);
  return (
    <div ref={box} className="max-sm:-mx-4">
      <PhotoGrid
        name={name}
        label={mapWords.here(total)}
        groups={groups}
        shape={shape}
        onOpen={({ id }) => openPhoto({ id, from: name, list, rest: null })}
      />
      {hasNextPage && (
        <Button
          look="secondary"
          className="mt-3 max-sm:ml-4"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {mapWords.more}
        </Button>
      )}
    </div>
  );
}
