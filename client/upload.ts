import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Photo } from "#server/library/photo.ts";
import { GlimpseError } from "./errors.ts";

export interface UploadOptions {
  /** The name of the photo in the library; by default the name of the file. */
  name?: string;
  signal?: AbortSignal;
  /** Is called with the number of bytes that have been read for sending. */
  onProgress?: (bytes: number) => void;
}

export interface Uploaded {
  photo: Photo;
  /** True if the library had these bytes already; then `photo` is the existing one. */
  duplicate: boolean;
}

type Answer =
  | { result: { data: Uploaded } }
  | { error: { message: string; data: { code: string; httpStatus: number; retryAfter?: number } } };

/** How often an upload is tried while the server refuses it because there are too many. */
const mostTries = 10;

/**
 * Streams a file from disk to `photos.upload`, holding no more than a chunk in memory. Resolves when the
 * library has stored it safely; while there are too many uploads, it waits and tries again. Throws
 * GlimpseError: BAD_REQUEST for a folder, FILE_TOO_LARGE, UNSUPPORTED_TYPE, DISK_FULL, TOO_MANY, UNAUTHORIZED, or
 * UNREACHABLE when the server cannot be reached. `headers` say who sends it.
 */
export async function uploadFile(
  url: string,
  path: string,
  options: UploadOptions = {},
  headers: Record<string, string> = {},
): Promise<Uploaded> {
  for (let tries = 1; ; tries++) {
    const file = await open(path);
    try {
      return await sendFile(url, path, file, options, headers);
    } catch (error) {
      if (!(error instanceof GlimpseError) || error.retryAfter === null || tries === mostTries) throw error;
      await pause(error.retryAfter * 1_000, undefined, options.signal && { signal: options.signal });
    } finally {
      await file.close();
    }
  }
}

async function sendFile(
  url: string,
  path: string,
  file: FileHandle,
  options: UploadOptions,
  headers: Record<string, string>,
): Promise<Uploaded> {
  const found = await file.stat();
  // A folder opens like a file, and fails only while its bytes are read, where nobody can catch it.
  if (found.isDirectory()) throw new GlimpseError("BAD_REQUEST", `${path} is a folder.`, 0);
  let sent = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      sent += chunk.length;
      options.onProgress?.(sent);
      controller.enqueue(chunk);
    },
  });
  const chunks = file.readableWebStream({ autoClose: false }) as unknown as ReadableStream<Uint8Array>;
  const request: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(options.name ?? basename(path)),
      "x-file-modified": String(Math.round(found.mtimeMs)),
      ...headers,
    },
    body: chunks.pipeThrough(counted),
    duplex: "half",
    signal: options.signal,
  };
  const response = await fetch(`${url}/api/trpc/photos.upload`, request).catch((cause: unknown) => {
    options.signal?.throwIfAborted();
    throw new GlimpseError("UNREACHABLE", `Glimpse does not answer at ${url}.`, 0, { cause });
  });
  const answer = (await response.json()) as Answer;
  if ("result" in answer) return answer.result.data;
  const { message, data } = answer.error;
  throw new GlimpseError(data.code, message, data.httpStatus, { retryAfter: data.retryAfter ?? null });
}
