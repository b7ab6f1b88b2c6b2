import { NavLink } from "@remix-run/react";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { words } from "#app/words/words.ts";

export const libraryPath = "/library";
const albumsPath = "/albums";
export const binPath = "/bin";

/** The tabs of the library. The map and the trips are reached by other links. */
const views = [
  [libraryPath, "photos"],
  [albumsPath, "albums"],
  [binPath, "bin"],
] as const;

/** Says whether a page is one of the library's. */
export const isLibraryPage = (pathname: string): boolean =>
  [libraryPath, binPath, albumsPath].includes(pathname) || /^\/(?:albums|trips)\//.test(pathname);

/** Shows the title of the library and its views. */
export function LibraryTitle() {
  return (
    <>
      <h1 className="min-w-0 truncate font-medium text-ink-2 max-lg:pl-0.5 max-sm:sr-only">
        {words.shell.library}
      </h1>
      <nav aria-label={words.shell.library} className="flex rounded-control bg-fill p-0.5 sm:ml-4">
        {views.map(([path, name]) => (
          <NavLink
            key={path}
            to={path}
            className="grid h-8 place-items-center rounded-[8px] px-3 font-medium text-ink-2 text-sm hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:shadow-segment pointer-coarse:h-10"
          >
            {words.shell[name]}
          </NavLink>
        ))}
      </nav>
    </>
  );
}

/** How many photos the library has. */
export function LibraryCount() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.system.status.queryOptions());
  if (!data || data.photos.total === 0) return null;
  return (
    <span className="ml-auto font-normal text-ink-3 text-xs">
      {words.count(data.photos.total)}
      <span className="sr-only"> {words.shell.photos.toLowerCase()}</span>
    </span>
  );
}
