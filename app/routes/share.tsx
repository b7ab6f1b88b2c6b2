import { redirect } from "@remix-run/node";

/** Photos that a phone shares go to the service worker; without one they do not arrive, and the page says so. */
export const action = () => redirect("/?lost", 303);

export const loader = () => redirect("/", 303);
