import type { Format } from "../format.ts";
import { openWithSharp } from "../sharp-file.ts";

export const format: Format = { open: openWithSharp };
