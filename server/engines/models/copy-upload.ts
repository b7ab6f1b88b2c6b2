import type { FileHandle } from "node:fs/promises";
import { TransformStream } from "node:stream/web";
import { AppError } from "#server/errors.ts";
import type { OllamaConnection, Timeouts } from "./connection.ts";
import type { Copy } from "./gguf.ts";
import { OllamaRefusal } from "./refusal.ts";

const chunkBytes = 64 << 10;
/** More pieces than can ever wait between here and the socket, as `uploadCopy` waits after each piece. */
const kept = 8;
/** Progress is reported each time that this many bytes are done. */
const stepBytes = 8 << 20;

/**
 * Reads the copy in pieces; `isStep` is true when it is time to report progress. Each buffer is used again
 * `kept` pieces later, because new buffers for gigabytes would pile up before they are collected.
 */
export async function* bytesOfCopy(
  original: FileHandle,
  { header, dataFrom, size }: Copy,
  signal?: AbortSignal,
) {
  const buffers = Array.from({ length: kept }, () => Buffer.alloc(chunkBytes));
  let turn = 0;
  yield { chunk: header, completed: header.length, isStep: true };
  for (let completed = header.length; completed < size; ) {
    signal?.throwIfAborted();
    const chunk = buffers[turn++ % kept] ?? Buffer.alloc(chunkBytes);
    const wanted = Math.min(chunk.length, size - completed);
    const { bytesRead } = await original.read(chunk, 0, wanted, dataFrom + completed - header.length);
    if (bytesRead === 0)
      throw new AppError("MODEL_FAILED", "The model file became shorter while it was read.");
    const before = completed;
    completed += bytesRead;
    const isStep = completed === size || Math.floor(before / stepBytes) < Math.floor(completed / stepBytes);
    yield { chunk: chunk.subarray(0, bytesRead), completed, isStep };
  }
}

/** Sends the copy and yields how many bytes are sent. Leaving the loop breaks it off. */
export async function* uploadCopy(
  connection: OllamaConnection,
  digest: string,
  original: FileHandle,
  copy: Copy,
  timeouts: Timeouts,
  signal?: AbortSignal,
): AsyncGenerator<number, void, undefined> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const leaving = new AbortController();
  const either = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
  // We are patient, because the disks may be slow between two pieces, and at the end the server checks the
  // whole file.
  const patience = { first: timeouts.firstToken, next: timeouts.firstToken };
  let heard = () => {};
  const sent = connection.exchange(
    patience,
    async (line) => {
      heard = line.heard;
      await line.fetch(`/api/blobs/${digest}`, { method: "POST", body: readable });
    },
    either,
  );
  // We await this promise below; until then nobody else handles its rejection.
  sent.catch(() => {});
  try {
    for await (const { chunk, completed, isStep } of bytesOfCopy(original, copy, either)) {
      const isTaken = await writer.write(chunk).then(
        () => true,
        () => false,
      );
      // The server answered early: it either has the blob already or its answer gives the error.
      if (!isTaken) return await sent;
      heard();
      if (isStep) yield completed;
    }
    // If closing fails, the answer gives the error here too.
    await writer.close().catch(() => {});
    await sent;
  } finally {
    leaving.abort();
  }
}

/** Returns true if the server has a copy with this digest already. */
export async function hasBlob(
  connection: OllamaConnection,
  digest: string,
  answer: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const patience = { first: answer, next: answer };
  try {
    await connection.exchange(
      patience,
      ({ fetch }) => fetch(`/api/blobs/${digest}`, { method: "HEAD" }),
      signal,
    );
    return true;
  } catch (error) {
    if (error instanceof OllamaRefusal && error.status === 404) return false;
    throw error;
  }
}
