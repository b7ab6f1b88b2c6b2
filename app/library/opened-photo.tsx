import { useEffect } from "react";
import { useHydrated } from "#app/ui/hydrated.ts";
import { whenIdle } from "#app/ui/load-trouble.ts";
import { createPart } from "#app/ui/part.tsx";
import { useOpenedPhoto } from "./use-open-photo.ts";

const Lightbox = createPart(() => import("./lightbox.tsx"));

/** Shows the lightbox over the page while the address names a photo. */
export function OpenedPhoto() {
  const opened = useOpenedPhoto();
  const hydrated = useHydrated();
  // Its code is fetched ahead, so that it opens without delay, and also when the network is gone.
  useEffect(() => whenIdle(Lightbox.preload), []);
  if (!opened || !hydrated) return null;
  return <Lightbox opened={opened} onGiveUp={opened.close} />;
}
