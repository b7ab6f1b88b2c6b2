import { offlinePage } from "./offline-page.ts";
import { keepShared, sharePath } from "./shared-files.ts";

/**
 * The events of a service worker, as far as we use them. TypeScript's own library for service workers conflicts with
 * that for pages.
 */
interface Fetching extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/**
 * Answers two things and lets everything else go to the server: a page that cannot be reached is replaced by one that
 * says so, and photos that a phone shares with Glimpse are kept until the page takes them. It keeps no photo and no page:
 * they are on the server, and whoever is logged out must not see them.
 */
self.addEventListener("fetch", (event) => {
  const asked = event as Fetching;
  const { method, mode, url } = asked.request;
  if (method === "POST" && new URL(url).pathname === sharePath) asked.respondWith(shared(asked.request));
  else if (method === "GET" && mode === "navigate")
    asked.respondWith(fetch(asked.request).catch(() => offlinePage(navigator.language)));
});

async function shared(request: Request): Promise<Response> {
  try {
    const form = await request.formData();
    const files = form.getAll("photos").filter((entry) => entry instanceof File);
    await keepShared(files);
    return Response.redirect("/?shared", 303);
  } catch {
    // The disk may be full, or the form broken off. The page says that something did not arrive, and takes what did.
    return Response.redirect("/?lost", 303);
  }
}
