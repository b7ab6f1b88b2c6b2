/** Pictures and processes for the tests of the decoder. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import sharp, { type Sharp } from "sharp";

const checkout = resolve(import.meta.dirname, "../..");
/** Real photos, which may lie beside the checkout. */
export const sharedPhotos = join(dirname(checkout), "shared/photos");
export const hasSharedPhotos = existsSync(sharedPhotos);

export interface Folder extends AsyncDisposable {
  path(name: string): string;
  write(name: string, bytes: Uint8Array | string): Promise<string>;
}

export async function temporaryFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), "glimpse-decode-"));
  return {
    path: (name) => join(folder, name),
    async write(name, bytes) {
      await writeFile(join(folder, name), bytes);
      return join(folder, name);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Draws four fields: red and green above, blue and white below, so that each corner tells which way is up.
 */
export function fields(width: number, height: number): Sharp {
  const colours = [
    [200, 20, 20],
    [20, 160, 40],
    [20, 40, 200],
    [250, 250, 250],
  ];
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const right = at % width >= width / 2 ? 1 : 0;
    const below = at >= (width * height) / 2 ? 2 : 0;
    data.set(colours[right + below] ?? [], at * 3);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Draws a picture that no format can make small. */
export function noise(width: number, height: number): Sharp {
  const data = new Uint8Array(width * height * 3);
  let state = 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    data[at] = state >>> 24;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Returns the colour of one pixel of a rendition; `across` and `down` go from 0 to 1. */
export async function pixel(bytes: Uint8Array, across: number, down: number): Promise<number[]> {
  await using folder = await temporaryFolder();
  // We write a file, because the loaders for bytes in memory are blocked.
  const { data, info } = await sharp(await folder.write("rendition", bytes))
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(down * info.height) * info.width + Math.floor(across * info.width)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}

export interface ProcessRow {
  pid: number;
  parent: number;
  group: number;
  command: string;
}

/** Returns the living processes, without zombies. */
export async function processes(): Promise<ProcessRow[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,pgid=,stat=,comm="]);
  return stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state && !state.startsWith("Z"))
    .map(([pid, parent, group, , command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      command: command ?? "",
    }));
}

/** Returns the process groups that are led by a child of `parent`, which are those of decoders. */
export async function groupsOf(parent: number): Promise<number[]> {
  const rows = await processes();
  return rows.filter((row) => row.parent === parent && row.group === row.pid).map((row) => row.pid);
}
