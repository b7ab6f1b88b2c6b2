import { Link } from "@remix-run/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { AlbumCover } from "#app/albums/album-cover.tsx";
import { useTRPC } from "#app/api/client.ts";
import { useSend } from "#app/chat/use-send.ts";
import { albumWords } from "#app/words/album-words.ts";
import { tripName } from "./trip-name.ts";

/** Trips and people above the library, where there are some: ways to photos without a question. */
export function WaysIn() {
  const trpc = useTRPC();
  const { data: trips } = useQuery(trpc.trips.list.queryOptions());
  const { data: people } = useQuery(trpc.search.people.queryOptions());
  const send = useSend();
  return (
    <>
      {trips && trips.items.length > 0 && (
        <Strip title={albumWords.trips}>
          {trips.items.map((trip) => (
            <li key={trip.id} className="w-44 shrink-0 snap-start">
              <Link to={`/trips/${trip.id}`} className="group block rounded-photo">
                <AlbumCover
                  photoId={trip.cover}
                  width={176}
                  className="aspect-3/2 w-full rounded-photo transition-opacity group-hover:opacity-90"
                />
                <span className="mt-1.5 block truncate font-medium text-sm">{tripName(trip)}</span>
                <span className="block text-ink-3 text-xs">{albumWords.photos(trip.photos)}</span>
              </Link>
            </li>
          ))}
        </Strip>
      )}
      {people && people.items.length > 0 && (
        <Strip title={albumWords.people}>
          {people.items.map(({ name, photos, cover }) => (
            <li key={name} className="w-20 shrink-0 snap-start text-center">
              <button
                type="button"
                aria-label={albumWords.askPerson(name)}
                title={albumWords.photos(photos)}
                onClick={() => void send(albumWords.askPerson(name))}
                className="group w-full rounded-photo"
              >
                <AlbumCover
                  photoId={cover}
                  width={80}
                  className="mx-auto size-16 rounded-full transition-opacity group-hover:opacity-90"
                />
                <span className="mt-1.5 line-clamp-2 text-xs [overflow-wrap:anywhere]">{name}</span>
              </button>
            </li>
          ))}
        </Strip>
      )}
    </>
  );
}

/** A row that scrolls sideways. */
function Strip({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="pt-2 pb-4">
      <h2 id={id} className="mb-2 font-semibold text-base tracking-title">
        {title}
      </h2>
      <ul className="-m-1 flex snap-x gap-3 overflow-x-auto scroll-smooth p-1 pb-2 motion-reduce:scroll-auto">
        {children}
      </ul>
    </section>
  );
}
