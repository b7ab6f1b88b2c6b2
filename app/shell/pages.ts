import { matchRoutes } from "@remix-run/react";
import { importAnew } from "#app/ui/load-trouble.ts";

/** The page at an address: its name and the address of its code. */
function pageAt(pathname: string) {
  const pages = Object.values(window.__remixManifest.routes).flatMap((route) =>
    route?.parentId === "root"
      ? [{ id: route.id, path: route.path, index: route.index, module: route.module }]
      : [],
  );
  return matchRoutes(pages, pathname)?.at(-1)?.route;
}

/** Tells whether the code of the page at an address is here. */
export function isPageHere(pathname: string): boolean {
  const page = pageAt(pathname);
  return !page || page.id in window.__remixRouteModules;
}

/**
 * Loads the code of the page at an address. Remix would do that too, but when it fails Remix reloads the whole window,
 * and uploads that are under way are lost.
 */
export async function loadPage(pathname: string): Promise<void> {
  const page = pageAt(pathname);
  if (!page || isPageHere(pathname)) return;
  window.__remixRouteModules[page.id] = await importAnew(() => import(/* @vite-ignore */ page.module));
}
