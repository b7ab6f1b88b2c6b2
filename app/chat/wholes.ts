import { filmTypes } from "#server/formats.ts";
import type { Upload } from "./upload-queue.ts";

function stemInList(name: string): string {
  return name.toLowerCase().replace(/\.[a-z0-9]+$/, "");
}

function isSidecarFile({ file }: Upload): boolean {
  return /\.xmp$/i.test(file.name);
}

function isFilmFile({ file }: Upload): boolean {
  return Object.hasOwn(filmTypes, file.type);
}

/**
 * Leaves out files that are parts of another photo: a question is asked with photos, and not with their films and
 * sidecars.
 */
export function wholesAmong(uploads: readonly Upload[]): Upload[] {
  const stills = new Set<string>();
  for (const upload of uploads) {
    if (!isSidecarFile(upload) && !isFilmFile(upload)) stills.add(stemInList(upload.file.name));
  }
  return uploads.filter((upload) => {
    if (isSidecarFile(upload) || upload.photo?.partOf) return false;
    return !(isFilmFile(upload) && stills.has(stemInList(upload.file.name)));
  });
}
