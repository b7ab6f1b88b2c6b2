import { fileFormats } from "../formats.ts";
import { phrases } from "./phrases.ts";

const named = fileFormats.filter(({ asked }) => asked !== "");

/** The names of file types, which are the same in every language. */
export const fileTypes = phrases({
  ...Object.fromEntries(named.map(({ asked, types }) => [asked, { types: Object.keys(types) }])),
  "dng|dngs": { extensions: ["dng"] },
  "raw|raws": { extensions: ["dng", "cr2", "cr3", "nef", "arw", "raf", "orf", "rw2", "pef", "srw"] },
});
