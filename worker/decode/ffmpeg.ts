import { createRequire } from "node:module";
import { filmReaderPackage } from "#server/film-reader.ts";

/**
 * The parts of FFmpeg that we use, as node-av's package for this machine exports them. This is the lowest part of the
 * adapter: the names are FFmpeg's own, and a negative result is an error. Numbers of time are in units of a stream's
 * `timeBase`.
 */
export interface Ffmpeg {
  FormatContext: new () => FormatContext;
  CodecContext: new () => CodecContext;
  SoftwareScaleContext: new () => ScaleContext;
  Frame: new () => FilmFrame;
  Packet: new () => Packet;
  Dictionary: new () => Dictionary;
  InputFormat: { findInputFormat(name: string): object | null };
  Codec: { findDecoder(id: number): object | null };
  Log: { setLevel(level: number): void };
  avGetPixFmtFromName(name: string): number;
}

export interface Rational {
  num: number;
  den: number;
}

export interface FormatContext {
  readonly duration: bigint;
  readonly startTime: bigint;
  readonly streams: Stream[] | null;
  maxStreams: number;
  allocContext(): void;
  openInput(path: string, format: object, options: Dictionary): Promise<number>;
  findStreamInfo(options: null): Promise<number>;
  readFrame(packet: Packet): Promise<number>;
  seekFrame(stream: number, time: bigint, flags: number): Promise<number>;
  /** Makes the running call return. */
  interrupt(): void;
  closeInput(): Promise<void>;
}

export interface Stream {
  readonly index: number;
  readonly codecpar: CodecParameters;
  readonly timeBase: Rational;
  readonly startTime: bigint;
  readonly disposition: number;
  discard: number;
}

export interface CodecParameters {
  readonly codecType: number;
  readonly codecId: number;
  readonly width: number;
  readonly height: number;
  readonly sampleAspectRatio: Rational;
  getCodedSideData(type: number): Buffer | null;
}

export interface CodecContext {
  threadCount: number;
  pktTimebase: Rational;
  allocContext3(codec: object): void;
  parametersToContext(parameters: CodecParameters): number;
  open2(codec: object, options: null): Promise<number>;
  sendPacket(packet: Packet | null): Promise<number>;
  receiveFrame(frame: FilmFrame): Promise<number>;
  flushBuffers(): void;
  freeContext(): void;
}

export interface FilmFrame {
  alloc(): void;
  getBuffer(): number;
  ref(source: FilmFrame): number;
  unref(): void;
  free(): void;
  readonly data: Buffer[] | null;
  readonly linesize: number[];
  readonly bestEffortTimestamp: bigint;
  format: number;
  width: number;
  height: number;
  colorSpace: number;
  colorRange: number;
  colorPrimaries: number;
  colorTrc: number;
}

export interface Packet {
  readonly streamIndex: number;
  alloc(): void;
  unref(): void;
  free(): void;
}

export interface Dictionary {
  set(name: string, value: string, flags: number): number;
}

interface ScaleContext {
  allocContext(): void;
  scaleFrame(to: FilmFrame, from: FilmFrame): Promise<number>;
  freeContext(): void;
}

/** FFmpeg's own numbers (`libavutil`, `libavcodec`, `libavformat`). */
export const numbers = {
  video: 0,
  attachedPicture: 1 << 10,
  discardAll: 48,
  displayMatrix: 5,
  seekBackward: 1,
  noTime: -(2n ** 63n),
  logQuiet: -8,
  outOfMemory: -12,
  /** FFmpeg's code for the end of a file or stream ("EOF "). */
  end: -0x20464f45,
  timePerSecond: 1_000_000n,
};

let ffmpeg: Ffmpeg | null | undefined;

/** Loads FFmpeg when the first video comes; null if its package is not installed or does not fit this machine. */
export function loadFfmpeg(): Ffmpeg | null {
  if (ffmpeg !== undefined) return ffmpeg;
  try {
    const loaded: Ffmpeg = createRequire(import.meta.url)(filmReaderPackage);
    // FFmpeg's messages would go to the worker's log, and they may contain names and places from the file.
    loaded.Log.setLevel(numbers.logQuiet);
    ffmpeg = loaded;
  } catch {
    ffmpeg = null;
  }
  return ffmpeg;
}
