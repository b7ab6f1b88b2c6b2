import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { DefaultExiftoolArgs, ExifTool, exiftoolPath } from "exiftool-vendored";
import type { EmbeddedPreview } from "./format.ts";
import { askedTags, type Tags } from "./tags.ts";

/** We allow no configuration file: it is a program, and exiftool would look for it in the home folder. */
const withoutConfiguration = ["-config", ""];
const readArguments = [
  "-json",
  "-G",
  "-struct",
  // Without quotes a keyword such as 1.10 would become the number 1.1.
  "-api",
  "StructFormat=JSONQ",
  // exiftool cannot choose between UTF-8 and Latin-1; `unmarked.ts` does.
  ...["-charset", "IPTC=Latin", "-charset", "EXIF=Latin"],
  ...askedTags.map((name) => `-${name}`),
];

/**
 * Perl needs some 60 MB, and a hostile file made it take 1.4 GB. The limit is in kB; not every system lets us set one.
 */
const limited = 'ulimit -d 300000 2>/dev/null; exec perl "$0" "$@"';

export interface TagReader {
  /** Throws if exiftool is missing, takes too long or cannot make sense of the file. */
  read(path: string, type: string): Promise<Tags>;
  largestPreview(path: string): Promise<EmbeddedPreview | null>;
  close(): Promise<void>;
}

const previewTags = ["JpgFromRaw", "PreviewImage", "OtherImage", "ThumbnailImage"] as const;
const previewArguments = ["-json", ...previewTags.map((name) => `-${name}`), "-Orientation#", "-ImageSize#"];

/**
 * Starts one perl for all files with the first file. It is found by PATH and runs in our own process group.
 */
export function createTagReader(): TagReader {
  const exiftool = new ExifTool({
    maxProcs: 1,
    taskTimeoutMillis: 20_000,
    taskRetries: 0,
    checkPerl: false,
    useMWG: false,
    ignoreMinorErrors: false,
    processFactory: async () =>
      spawn(
        "/bin/sh",
        ["-c", limited, await exiftoolPath(), ...withoutConfiguration, ...DefaultExiftoolArgs],
        { stdio: "pipe" },
      ),
  });
  return {
    async read(path, type) {
      // In a JPEG all metadata comes before the pixels; without -fast exiftool would read to the end.
      const fast = type === "image/jpeg" ? ["-fast"] : [];
      const tags: object = await exiftool.readRaw(path, { readArgs: [...fast, ...readArguments] });
      return tags;
    },
    async largestPreview(path) {
      const tags: { [name: string]: unknown } = {
        ...(await exiftool.readRaw(path, { readArgs: previewArguments })),
      };
      // exiftool only says how long these values are.
      const bytesOf = (name: string) =>
        Number(/^\(Binary data (\d+) bytes/.exec(String(tags[name]))?.[1] ?? 0);
      const [largest] = previewTags.toSorted((a, b) => bytesOf(b) - bytesOf(a));
      if (!largest || bytesOf(largest) === 0) return null;
      const [width = 0, height = 0] = String(tags.ImageSize).split(" ").map(Number);
      return {
        jpeg: await exiftool.extractBinaryTagToBuffer(largest, path),
        orientation: Number(tags.Orientation ?? 1) || 1,
        stored: width > 0 && height > 0 ? { width, height } : null,
      };
    },
    close: () => exiftool.end(false),
  };
}

/** Returns true if perl exists and exiftool runs with it. */
export async function hasPerl(): Promise<boolean> {
  try {
    await promisify(execFile)("perl", [await exiftoolPath(), ...withoutConfiguration, "-ver"], {
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}
