import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DefaultExiftoolArgs, ExifTool, exiftoolPath } from "exiftool-vendored";
import type { EmbeddedPreview } from "./format.ts";
import { askedTags, type Tags } from "./tags.ts";

/** A configuration is a program, and exiftool would look for one in the home folder. */
const withoutConfiguration = ["-config", ""];
const askedAs = "GlimpseTags";
const readArguments = [
  "-json",
  "-G",
  "-struct",
  // Without quotes a keyword such as 1.10 would become the number 1.1.
  "-api",
  "StructFormat=JSONQ",
  // exiftool cannot choose between UTF-8 and Latin-1; `unmarked.ts` does.
  ...["-charset", "IPTC=Latin", "-charset", "EXIF=Latin"],
];

/**
 * Writes a configuration in which one name stands for all tags that are asked for. exiftool compares each argument with
 * all of its options, for every file anew: 130 of them take it as long as reading a small photo. Returns null if the file
 * cannot be written.
 */
function writeConfiguration(folder: string): string | null {
  const path = join(folder, `exiftool-${randomUUID()}.config`);
  const names = askedTags.map((name) => `'${name}'`).join(", ");
  const shortcut = `%Image::ExifTool::UserDefined::Shortcuts = (${askedAs} => [${names}]);\n1;\n`;
  try {
    writeFileSync(path, shortcut, { flag: "wx", mode: 0o600 });
    return path;
  } catch {
    return null;
  }
}

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
 * Starts one perl for all files with the first file. It is found by PATH and runs in our own process group. `folder`: where
 * its configuration is written; the folder for temporary files by default.
 */
export function createTagReader(folder = tmpdir()): TagReader {
  const configuration = writeConfiguration(folder);
  const asked = configuration ? [askedAs] : askedTags;
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
        ["-c", limited, await exiftoolPath(), "-config", configuration ?? "", ...DefaultExiftoolArgs],
        { stdio: "pipe" },
      ),
  });
  return {
    async read(path, type) {
      // In a JPEG all metadata comes before the pixels; without -fast exiftool would read to the end.
      const fast = type === "image/jpeg" ? ["-fast"] : [];
      const tags: object = await exiftool.readRaw(path, {
        readArgs: [...fast, ...readArguments, ...asked.map((name) => `-${name}`)],
      });
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
    async close() {
      await exiftool.end(false);
      if (configuration) rmSync(configuration, { force: true });
    },
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
