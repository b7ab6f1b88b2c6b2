import { Link } from "@remix-run/react";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useMemo } from "react";
import { useTRPC } from "#app/api/client.ts";
import { EmptyShelf } from "#app/shelf/empty-shelf.tsx";
import { ShelfPage } from "#app/shelf/shelf-page.tsx";
import { albumWords } from "#app/words/album-words.ts";
import { monthOf } from "#app/words/dates.ts";
import { words } from "#app/words/words.ts";
import type { Shelf } from "#server/search/shelves.ts";
import { tripName } from "./trip-name.ts";

/** All photos of the days of one trip. */
export function TripPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const shelf = useMemo<Shelf>(() => ({ kind: "trip", trip: id }), [id]);
  const { data: trip } = useQuery(trpc.trips.get.queryOptions({ id }));
  return (
    <ShelfPage
      shelf={shelf}
      look={{
        name: `trip/${id}`,
        label: albumWords.tripGrid,
        headings: { section: 48, day: 40 },
        isQuiet: true,
        titleOf: (section) => monthOf(section),
        hasPlaces: false,
      }}
      header={({ total }) =>
        trip && (
          <div className="pt-2 pb-2">
            <Link to="/library" className="link inline-flex min-h-6 items-center gap-1.5 text-ink-2 text-sm">
              <ArrowLeft size={14} aria-hidden />
              {words.shell.library}
            </Link>
            <h2 className="font-semibold text-xl tracking-title [overflow-wrap:anywhere]">
              {tripName(trip)}
              <span className="ml-3 whitespace-nowrap font-normal text-ink-3 text-sm tracking-normal">
                {albumWords.photos(total)}
              </span>
            </h2>
          </div>
        )
      }
      empty={<EmptyShelf title={albumWords.noTrip} />}
    />
  );
}
