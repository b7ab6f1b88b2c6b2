import { lazy, Suspense } from "react";
import { useHydrated } from "#app/ui/hydrated.ts";
import { useOpenedPhoto } from "./use-open-photo.ts";

const Lightbox = lazy(() => import("./lightbox.tsx"));

/** Shows the lightbox over the page while the address names a photo. */
export function OpenedPhoto() {
  const opened = useOpenedPhoto();
  const hydrated = useHydrated();
  if (!opened || !hydrated) return null;
  return (
    <Suspense>
      <Lightbox opened={opened} />
    </Suspense>
  );
}
