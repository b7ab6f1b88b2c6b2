import type { ObjectKey } from "../engines/objects/port.ts";

/**
 * Raise it when renditions are made differently, so that old ones are made again and not mistaken for new
 * ones.
 */
const version = 1;

/**
 * Returns where a rendition is stored: by the hash of the original, from which alone it is derived. A sheet has
 * several frames of a video, for the model that describes it.
 */
export function renditionKey(sha256: string, rendition: "preview" | "thumbnail" | "sheet"): ObjectKey {
  return `renditions/${sha256}-${rendition}-${version}`;
}
