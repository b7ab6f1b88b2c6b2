import type { Format } from "../format.ts";

export const format: Format = {
  open: async () => ({ size: null, weight: 0, exif: undefined, decode: async () => null }),
};
