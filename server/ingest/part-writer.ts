import type { UnfinishedObject } from "../engines/objects/port.ts";
import { AppError } from "../errors.ts";
import type { UnfinishedUpload } from "../library/unfinished-uploads.ts";
import { sniffedBytes } from "./sniff.ts";
import { chunkUsed } from "./used-chunks.ts";

interface Needs {
  upload: UnfinishedUpload;
  open(): Promise<UnfinishedObject>;
  admitHead(head: Uint8Array, bytes: number): Promise<void>;
  /** Notes how many bytes are on the disk for good. Returns false if somebody else has the upload now. */
  keep(received: number): Promise<boolean>;
}

/** The bytes are made durable after this many of them, and after this many milliseconds. */
const savedEvery = { bytes: 16_000_000, ms: 10_000 };

/** Writes the bytes of an upload as they arrive, and keeps those that have arrived, whatever ends the upload. */
export function partWriter({ upload, open, admitHead, keep }: Needs) {
  let head: Uint8Array | null = upload.received === 0 ? new Uint8Array(0) : null;

  /** Refuses a file that is no photo by its first bytes, if it has come to them in one go. */
  async function look(chunk: Uint8Array, come: number): Promise<void> {
    if (!head) return;
    head = Buffer.concat([head, chunk.subarray(0, sniffedBytes - head.length)]);
    if (head.length < sniffedBytes && come < upload.bytes) return;
    await admitHead(head, upload.bytes);
    head = null;
  }

  return {
    /** Returns how many bytes of the upload there are now. Throws UPLOAD_ABORTED if they stop coming. */
    async take(body: AsyncIterable<Uint8Array>): Promise<number> {
      const part = await open();
      let come = upload.received;
      let saved = { bytes: come, at: performance.now() };
      const save = async () => {
        const bytes = await part.save();
        if (!(await keep(bytes))) throw new AppError("IN_USE", "Another connection goes on with this file.");
        saved = { bytes, at: performance.now() };
      };
      try {
        for await (const chunk of body) {
          if (performance.now() - saved.at > savedEvery.ms) await save();
          if (come + chunk.length > upload.bytes) {
            throw new AppError(
              "BAD_REQUEST",
              `These are more bytes than the ${upload.bytes} that were announced.`,
            );
          }
          await look(chunk, come + chunk.length);
          await part.write(chunk);
          come += chunk.length;
          chunkUsed(chunk.length);
          if (come - saved.bytes >= savedEvery.bytes) await save();
        }
        await save();
      } catch (error) {
        if (error instanceof AppError && error.code !== "BAD_REQUEST") throw error;
        await save();
        if (error instanceof AppError) throw error;
        throw new AppError("UPLOAD_ABORTED", "The connection ended before all bytes had come.", {
          cause: error,
        });
      } finally {
        await part.close();
      }
      return saved.bytes;
    },
  };
}
