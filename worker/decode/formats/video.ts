import { isCut } from "../cut-box.ts";
import { damagedFile, endsEarly } from "../failure.ts";
import { type Film, openFilm, type TimedFrame } from "../film.ts";
import { isPlain, sheetOf } from "../film-sheet.ts";
import type { Format, OpenedFile, Pixels } from "../format.ts";

/** The places in a video that are looked at. Its ends show titles, black, or the ground. */
const parts = [1 / 8, 3 / 8, 5 / 8, 7 / 8];
/** A decoder of video holds many frames, and each pixel takes this much more than one of a JPEG. */
const cost = 4;

const noPicture = {
  ...{ size: null, weight: 0, exif: undefined, isAnimated: false },
  decode: async () => null,
};

/** A video is shown by one frame, and described by up to four. */
export const format: Format = {
  async open(path, maxMegapixels, tools): Promise<OpenedFile> {
    const ffmpeg = tools.ffmpeg();
    if (!ffmpeg) return { ...noPicture, pictureNote: "no-reader" };
    const container = /webm|matroska/.test(tools.type) ? "matroska" : "mov";
    const reopen = () => openFilm(ffmpeg, path, container, maxMegapixels);
    await using film = await reopen();
    if (!film) return { ...noPicture, pictureNote: "none" };
    const { width, height, durationMs } = film;
    const size = width > 0 && height > 0 ? { width, height } : null;
    if (!film.isDecodable) return { ...noPicture, size, durationMs, pictureNote: "none" };
    let frames: Pixels[] = [];
    return {
      ...{ size, durationMs, exif: undefined, isAnimated: false, pictureNote: null },
      weight: width * height * cost,
      flaw: container === "mov" && (await isCut(path)) ? endsEarly().message : null,
      async decode() {
        frames = await framesOf(reopen);
        return frames.find((frame) => !isPlain(frame)) ?? frames[0] ?? null;
      },
      sheet: async () => (frames.length > 1 ? sheetOf(frames) : null),
    };
  },
};

async function framesOf(reopen: () => Promise<Film | null>): Promise<Pixels[]> {
  await using film = await reopen();
  const { durationMs = null } = film ?? {};
  const found: TimedFrame[] = [];
  for (const part of durationMs === null ? [] : parts) {
    const frame = await film?.frameAt((durationMs ?? 0) * part);
    if (frame && !found.some(({ time }) => time === frame.time)) found.push(frame);
  }
  // A video without a length, or whose index leads nowhere, is shown by its beginning.
  if (found.length === 0) {
    await using again = await reopen();
    const first = await again?.frameAt(0);
    if (!first) throw damagedFile();
    found.push(first);
  }
  return found.map(({ pixels }) => pixels);
}
