import type { ObjectKey } from "../engines/objects/port.ts";

/** Goes up when renditions are made differently: old ones are then made again, not mistaken for new ones. */
const version = 1;

/** Renditions are derived from the original alone, so they lie by its hash. */
export function renditionKey(sha256: string, rendition: "preview" | "thumbnail"): ObjectKey {
  return `renditions/${sha256}-${rendition}-${version}`;
}
