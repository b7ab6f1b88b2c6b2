import type { MetaFunction } from "@remix-run/node";
import { MapPage } from "#app/map/map-page.tsx";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

export const shouldRevalidate = () => false;

export const meta: MetaFunction = () => [{ title: pageTitle(words.shell.map) }];

/** The map is drawn in the browser alone, so the page loads nothing before. */
export default function MapRoute() {
  return <MapPage />;
}
