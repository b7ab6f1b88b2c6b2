import type { MetaFunction } from "@remix-run/node";
import { MapPage } from "#app/map/map-page.tsx";
import { mapWords } from "#app/words/en-map.ts";
import { pageTitle } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

export const shouldRevalidate = () => false;

export const meta: MetaFunction = () => [{ title: pageTitle(mapWords.title) }];

/** The map is drawn in the browser alone, so the page loads nothing before. */
export default function MapRoute() {
  return <MapPage />;
}
