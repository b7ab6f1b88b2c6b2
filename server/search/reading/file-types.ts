import { phrases } from "./phrases.ts";

/** The names of file types, which are the same in every language. */
export const fileTypes = phrases({
  "jpeg|jpegs|jpg|jpgs": { types: ["image/jpeg"] },
  "png|pngs": { types: ["image/png"] },
  "heic|heics|heif": { types: ["image/heic", "image/heif"] },
  "webp|webps": { types: ["image/webp"] },
  "gif|gifs": { types: ["image/gif"] },
  "tiff|tiffs|tif": { types: ["image/tiff"] },
  "avif|avifs": { types: ["image/avif"] },
  "dng|dngs": { extensions: ["dng"] },
  "raw|raws": { extensions: ["dng", "cr2", "cr3", "nef", "arw", "raf", "orf", "rw2", "pef", "srw"] },
});
