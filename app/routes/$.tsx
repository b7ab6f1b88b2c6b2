import { data } from "@remix-run/react";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

export function loader(): never {
  throw data(null, { status: 404 });
}

export default function NothingHere() {
  return null;
}
