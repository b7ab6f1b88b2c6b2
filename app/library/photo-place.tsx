import { Link } from "@remix-run/react";
import { createPart } from "#app/ui/part.tsx";
import { lightboxWords } from "#app/words/lightbox-words.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Shot } from "#server/library/shots.ts";

const PlacePicture = createPart(() => import("#app/map/place-picture.tsx"));

/** A small map of where a photo was taken, which leads to the map of all photos. */
export function PhotoPlace({ photo, towns }: { photo: Photo; towns: Shot["towns"] | undefined }) {
  const { latitude, longitude, city, country } = photo.place ?? {};
  if (latitude == null || longitude == null) return null;
  return (
    // Its room is there from the start, so that nothing moves when it is drawn.
    <div className="relative mt-3 aspect-[2/1] w-full overflow-hidden rounded-control bg-fill">
      <PlacePicture
        latitude={latitude}
        longitude={longitude}
        towns={towns ?? []}
        label={lightboxWords.place(city ?? country ?? null)}
      />
      <Link
        to={`/map?at=${latitude.toFixed(5)},${longitude.toFixed(5)}`}
        className="absolute right-1.5 bottom-1.5 rounded-full bg-surface px-2.5 py-1 font-medium text-xs shadow-segment after:absolute after:-inset-64"
      >
        {lightboxWords.onMap}
      </Link>
    </div>
  );
}
