import { createRequire } from "node:module";

/**
 * The package that opens videos: FFmpeg, as node-av compiles it for each kind of machine. It is optional. We use
 * the compiled part alone, which runs no script when it is installed.
 */
export const filmReaderPackage = `@seydx/node-av-${process.platform}-${process.arch}`;

/** Says for a person how it is installed, in the version of the lockfile. */
export const filmReaderAdvice = "Run `npm ci --include=optional` where Glimpse lies, and start it again.";

/** Says whether the package is installed. The decoder's child finds out whether it works. */
export function hasFilmReader(): boolean {
  try {
    createRequire(import.meta.url).resolve(filmReaderPackage);
    return true;
  } catch {
    return false;
  }
}
