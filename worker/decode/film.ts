import { damagedFile, outOfMemory, tookTooLong, tooManyPixels } from "./failure.ts";
import {
  type CodecContext,
  type Ffmpeg,
  type FilmFrame,
  type FormatContext,
  numbers,
  type Rational,
  type Stream,
} from "./ffmpeg.ts";
import { type FilmRotation, framePixels } from "./film-pixels.ts";
import type { Pixels } from "./format.ts";
import { longestVideoSeconds } from "./metadata.ts";

/** The picture of a video, opened. */
export interface Film extends AsyncDisposable {
  /** The size of the upright picture, px. */
  width: number;
  height: number;
  /** Null if the file does not tell. */
  durationMs: number | null;
  /** False if there is no decoder for it, or only one that we do not trust with foreign files. */
  isDecodable: boolean;
  /**
   * Returns the frame at a time, or the last that could be read before it; null if there is none. Throws
   * DecodeError where there is not enough memory.
   */
  frameAt(ms: number): Promise<TimedFrame | null>;
}

export interface TimedFrame {
  /** In units of its stream, to tell frames apart. */
  time: bigint;
  pixels: Pixels;
}

/** The codecs of cameras, phones and browsers: FFmpeg's numbers of H.264, HEVC, AV1, VP8, VP9 and a few older ones. */
const decoded = new Set([27, 173, 225, 139, 167, 12, 4, 7, 2, 147]);
/** 8K has 33; a decoder holds up to 17 frames. */
const mostMegapixels = 36;
const mostStreams = 64;
/**
 * The most pixels that are decoded from a key frame up to the wanted one: 96 frames of Full HD, or 24 of 4K. With this,
 * four frames stay within the processor time of a file.
 */
const mostDecoded = 200e6;
/** A file may hold any number of packets without a frame in them. */
const mostPackets = 20_000;
/**
 * A file without an index is read from its beginning for each frame. After this time, in ms, the last frame that was
 * found is taken.
 */
const mostMs = 25_000;

/** Opens a video. `container` is FFmpeg's name for what its type says that it is. Throws DecodeError. */
export async function openFilm(
  ffmpeg: Ffmpeg,
  path: string,
  container: string,
  maxMegapixels: number,
): Promise<Film | null> {
  const input = new ffmpeg.FormatContext();
  input.allocContext();
  input.maxStreams = mostStreams;
  const format = ffmpeg.InputFormat.findInputFormat(container);
  if (!format) throw damagedFile();
  const options = new ffmpeg.Dictionary();
  // A file names others only to have us read or fetch them.
  options.set("protocol_whitelist", "file", 0);
  let isLate = false;
  const patience = setTimeout(() => {
    isLate = true;
    input.interrupt();
  }, mostMs);
  try {
    checked(await input.openInput(`file:${path}`, format, options));
    checked(await input.findStreamInfo(null));
    const streams = input.streams ?? [];
    const stream = streams.find(
      ({ codecpar, disposition }) =>
        codecpar.codecType === numbers.video && (disposition & numbers.attachedPicture) === 0,
    );
    if (!stream) {
      clearTimeout(patience);
      await input.closeInput();
      return null;
    }
    for (const each of streams) if (each !== stream) each.discard = numbers.discardAll;
    return await filmOf(ffmpeg, input, stream, maxMegapixels, () => clearTimeout(patience));
  } catch (error) {
    clearTimeout(patience);
    await input.closeInput();
    throw isLate ? tookTooLong() : error;
  }
}

async function filmOf(
  ffmpeg: Ffmpeg,
  input: FormatContext,
  stream: Stream,
  maxMegapixels: number,
  onClose: () => void,
): Promise<Film> {
  const { codecpar, timeBase } = stream;
  const limit = Math.min(maxMegapixels, mostMegapixels);
  const pixels = codecpar.width * codecpar.height;
  if (pixels > limit * 1e6) throw tooManyPixels(pixels, limit);
  const rotation = rotationOf(codecpar.getCodedSideData(numbers.displayMatrix));
  const shape = shapeOf(codecpar.width, codecpar.height, codecpar.sampleAspectRatio);
  const isOnSide = rotation.degrees % 180 !== 0;
  const codec =
    decoded.has(codecpar.codecId) && pixels > 0 ? ffmpeg.Codec.findDecoder(codecpar.codecId) : null;
  const decoder = codec && new ffmpeg.CodecContext();
  if (decoder) {
    decoder.allocContext3(codec);
    checked(decoder.parametersToContext(codecpar));
    // More threads would hold more frames, and our limits count them as one file.
    decoder.threadCount = 1;
    decoder.pktTimebase = timeBase;
    checked(await decoder.open2(codec, null));
  }
  const begin = stream.startTime === numbers.noTime ? 0n : stream.startTime;
  const longest = BigInt(longestVideoSeconds) * numbers.timePerSecond;
  const known = input.duration > 0n && input.duration <= longest;
  return {
    width: isOnSide ? shape.height : shape.width,
    height: isOnSide ? shape.width : shape.height,
    durationMs: known ? Number((input.duration * 1000n) / numbers.timePerSecond) : null,
    isDecodable: decoder !== null,
    async frameAt(ms) {
      if (!decoder) return null;
      const wanted = begin + unitsOf(ms, timeBase);
      if (ms > 0 && (await input.seekFrame(stream.index, wanted, numbers.seekBackward)) < 0) return null;
      decoder.flushBuffers();
      using frame = await lastFrame(ffmpeg, { input, decoder, stream: stream.index, wanted, pixels });
      if (!frame) return null;
      const { bestEffortTimestamp: time } = frame.frame;
      return { time, pixels: await framePixels(ffmpeg, frame.frame, shape, rotation) };
    },
    async [Symbol.asyncDispose]() {
      onClose();
      decoder?.freeContext();
      await input.closeInput();
    },
  };
}

interface Reading {
  input: FormatContext;
  decoder: CodecContext;
  stream: number;
  wanted: bigint;
  /** The pixels of one frame. */
  pixels: number;
}

/** Decodes up to the wanted time, and returns the last frame up to there. */
async function lastFrame(
  ffmpeg: Ffmpeg,
  { input, decoder, stream, wanted, pixels }: Reading,
): Promise<({ frame: FilmFrame } & Disposable) | null> {
  const packet = new ffmpeg.Packet();
  packet.alloc();
  const [kept, next] = [emptyFrame(ffmpeg), emptyFrame(ffmpeg)];
  let found = false;
  let left = Math.max(8, Math.floor(mostDecoded / pixels));
  /** Returns true once the frame is there, or none will come any more. */
  const receive = async (): Promise<boolean> => {
    for (;;) {
      const received = await decoder.receiveFrame(next);
      if (received === numbers.outOfMemory) throw outOfMemory();
      if (received < 0) return received === numbers.end;
      left -= 1;
      const isBeyond = next.bestEffortTimestamp > wanted;
      if (!isBeyond || !found) {
        kept.unref();
        checked(kept.ref(next));
        found = true;
      }
      next.unref();
      if (isBeyond || left <= 0) return true;
    }
  };
  try {
    for (let packets = 0; packets < mostPackets; packets += 1) {
      const isOver = (await input.readFrame(packet)) < 0;
      if (!isOver && packet.streamIndex !== stream) {
        packet.unref();
        continue;
      }
      // A packet that cannot be decoded is skipped: the next key frame may be whole.
      const sent = await decoder.sendPacket(isOver ? null : packet);
      packet.unref();
      if (sent === numbers.outOfMemory) throw outOfMemory();
      if ((await receive()) || isOver) break;
    }
  } finally {
    packet.free();
    next.free();
    if (!found) kept.free();
  }
  return found ? { frame: kept, [Symbol.dispose]: () => kept.free() } : null;
}

function emptyFrame(ffmpeg: Ffmpeg): FilmFrame {
  const frame = new ffmpeg.Frame();
  frame.alloc();
  return frame;
}

function unitsOf(ms: number, { num, den }: Rational): bigint {
  return (BigInt(Math.round(ms)) * BigInt(den)) / (1000n * BigInt(Math.max(1, num)));
}

/** Returns the size with square pixels, because some old cameras have others. */
function shapeOf(width: number, height: number, { num, den }: Rational): { width: number; height: number } {
  const ratio = num > 0 && den > 0 ? num / den : 1;
  const isPlausible = ratio > 1 / 4 && ratio < 4;
  return { width: isPlausible ? Math.round(width * ratio) : width, height };
}

/** Reads the matrix of a track: the first two columns of its first two rows turn and mirror. */
function rotationOf(matrix: Buffer | null): FilmRotation {
  if (!matrix || matrix.length < 36) return { degrees: 0, isMirrored: false };
  const [a, b, c, d] = [0, 4, 12, 16].map((at) => matrix.readInt32LE(at));
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    return { degrees: 0, isMirrored: false };
  const isMirrored = a * d - b * c < 0;
  const angle = (Math.atan2(b, isMirrored ? -a : a) * 180) / Math.PI;
  // Only quarters: nobody films on a slope.
  return { degrees: (Math.round(angle / 90) * 90 + 360) % 360, isMirrored };
}

export function checked(result: number): void {
  if (result >= 0) return;
  throw result === numbers.outOfMemory ? outOfMemory() : damagedFile();
}
