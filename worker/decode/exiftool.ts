import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { DefaultExiftoolArgs, ExifTool, exiftoolPath } from "exiftool-vendored";
import { numberTags, type Tags, textTags } from "./tags.ts";

/** No configuration file: it is a program, and would be looked for in the home folder. */
const withoutConfiguration = ["-config", ""];
const readArguments = [
  "-json",
  "-G",
  "-struct",
  ...textTags.map((name) => `-${name}`),
  ...numberTags.map((name) => `-${name}#`),
];

export interface TagReader {
  /** Throws where exiftool is not there, takes too long or cannot make sense of the file. */
  read(path: string, type: string): Promise<Tags>;
  close(): Promise<void>;
}

/** One perl for all files, started with the first; found by PATH, in our own process group. */
export function createTagReader(): TagReader {
  const exiftool = new ExifTool({
    maxProcs: 1,
    taskTimeoutMillis: 20_000,
    taskRetries: 0,
    checkPerl: false,
    useMWG: false,
    ignoreMinorErrors: false,
    processFactory: async () =>
      spawn("perl", [await exiftoolPath(), ...withoutConfiguration, ...DefaultExiftoolArgs], {
        stdio: "pipe",
      }),
  });
  return {
    async read(path, type) {
      // In a JPEG everything stands before the pixels; without -fast those are read to their end.
      const fast = type === "image/jpeg" ? ["-fast"] : [];
      const tags: object = await exiftool.readRaw(path, { readArgs: [...fast, ...readArguments] });
      return tags;
    },
    close: () => exiftool.end(false),
  };
}

/** Whether perl is there and exiftool runs with it. */
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
