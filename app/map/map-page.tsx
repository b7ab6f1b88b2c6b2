import { useSearchParams } from "@remix-run/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { useSend } from "#app/chat/use-send.ts";
import { Button } from "#app/ui/button.tsx";
import { createPart } from "#app/ui/part.tsx";
import { mapWords } from "#app/words/map-words.ts";
import type { MapCell } from "#server/library/photo-map.ts";
import { circleIn, partAround, toAskFor, world } from "./map-view.ts";
import { PhotosHere } from "./photos-here.tsx";

const WorldMap = createPart(() => import("./world-map.tsx"));

/** In km. A question about a larger circle would hardly be about a place. */
const mostKm = 2_000;

/** Shows where photos were taken, and those of the part of the map that is seen. */
export function MapPage() {
  const trpc = useTRPC();
  const send = useSend();
  const [seen, setSeen] = useState(world);
  const [all, setAll] = useState(world.part);
  const asked = toAskFor(seen, all);
  const [chosen, setChosen] = useState<MapCell | null>(null);
  // A photo's own small map leads here, to its place. It holds while the page is open, whatever is looked at then.
  const [search] = useSearchParams();
  const [start] = useState(() => partAround(search.get("at")));
  const { data, error, refetch } = useQuery({
    ...trpc.photos.map.queryOptions(asked.cells),
    placeholderData: keepPreviousData,
  });
  // A photo that comes may lie outside of what is seen.
  if (data?.all && data.all !== all) setAll(data.all);

  if (!data) {
    if (error) return <Trouble reason={reasonOf(error)} onRetry={() => void refetch()} />;
    return (
      <p role="status" className="column pt-4 text-ink-3 text-sm">
        {mapWords.loading}
      </p>
    );
  }
  if (!data.all) {
    return (
      <div className="column pt-[11vh]">
        <p className="font-semibold text-xl">{mapWords.empty}</p>
        <p className="mt-2 text-ink-2">{mapWords.emptyHint}</p>
      </div>
    );
  }
  const circle = circleIn(seen.part);
  return (
    <div className="flex grow flex-col">
      <div className="h-[58dvh] min-h-80 border-line border-y bg-fill">
        <WorldMap
          cells={data.cells}
          towns={data.towns}
          start={start ?? data.all}
          onSeen={(next) => {
            setSeen(next);
            setChosen(null);
          }}
          onChoose={setChosen}
          meanwhile={<p className="p-4 text-ink-3 text-sm">{mapWords.loading}</p>}
        />
      </div>
      <div className="column w-full pt-3 pb-16">
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 aria-live="polite" className="font-medium">
            {chosen ? mapWords.chosen(chosen.photos, chosen.place) : mapWords.here(data.photos)}
          </h2>
          {chosen ? (
            <Button look="secondary" onClick={() => setChosen(null)}>
              {mapWords.whole}
            </Button>
          ) : (
            seen !== world &&
            data.photos > 0 &&
            circle.km <= mostKm && (
              <Button
                look="secondary"
                onClick={() => void send(mapWords.question(circle.km, circle.latitude, circle.longitude))}
              >
                {mapWords.ask(circle.km)}
              </Button>
            )
          )}
          <p className="ml-auto text-2xs text-ink-3">{mapWords.credit}</p>
        </div>
        {error && <Trouble reason={reasonOf(error)} onRetry={() => void refetch()} />}
        <PhotosHere
          part={chosen ? pointOf(chosen) : asked.photos}
          total={chosen ? chosen.photos : data.photos}
        />
      </div>
    </div>
  );
}

/** The part of the map around the photos of one point; twice as wide as places that count as one. */
function pointOf({ latitude, longitude }: MapCell) {
  const around = 2e-4;
  return {
    west: Math.max(-180, longitude - around),
    east: Math.min(180, longitude + around),
    south: Math.max(-90, latitude - around),
    north: Math.min(90, latitude + around),
  };
}

function Trouble({ reason, onRetry }: { reason: string; onRetry(): void }) {
  return (
    <p role="alert" className="column pt-4 text-ink-2 text-sm">
      {mapWords.trouble(reason)}{" "}
      <button type="button" onClick={onRetry} className="link">
        {mapWords.retry}
      </button>
    </p>
  );
}
