import type { AppLoadContext } from "@remix-run/node";
import type { QueryClient } from "@tanstack/react-query";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import type { Shelf, ShelfBuckets } from "#server/search/shelves.ts";
import { addressIn } from "./shelf-pages.ts";

type Trpc = AppLoadContext["trpc"] | ReturnType<typeof browserTrpc>;

/** Photos that the first window may show, and the most sections that they are looked for in. */
const firstPhotos = 40;
const firstSections = 4;

/** Loads a shelf and the photos of its beginning, so that the page arrives with pictures. */
export async function loadShelf(trpc: Trpc, queryClient: QueryClient, shelf: Shelf): Promise<void> {
  const buckets = await queryClient.ensureQueryData({
    ...trpc.shelves.buckets.queryOptions({ shelf }),
    retry: false,
  });
  await Promise.all(
    beginning(buckets).map((page) =>
      queryClient.prefetchQuery(trpc.shelves.page.queryOptions({ shelf, ...page })),
    ),
  );
}

/** Loads a shelf in the browser. Photos are loaded by the page, which shows their shapes meanwhile. */
export async function loadShelfHere(shelf: Shelf): Promise<void> {
  const options = browserTrpc().shelves.buckets.queryOptions({ shelf });
  await getQueryClient().ensureQueryData({ ...options, retry: false });
}

function beginning({ sections }: ShelfBuckets) {
  let photos = 0;
  const pages = [];
  for (const { key, shapes } of sections.slice(0, firstSections)) {
    if (photos >= firstPhotos) break;
    photos += shapes.length;
    pages.push(addressIn(key, 0));
  }
  return pages;
}
