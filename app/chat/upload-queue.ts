import { createStore, type Store } from "#app/ui/store.ts";
import { uuid } from "#app/ui/uuid.ts";
import type { Photo } from "#server/library/photo.ts";

export type UploadState = "queued" | "hashing" | "uploading" | "stored" | "duplicate" | "failed";

export interface Upload {
  id: string;
  file: File;
  state: UploadState;
  /** The part that has been sent, from 0 to 1. */
  sent: number;
  /** Its connection is lost; it goes on by itself once there is one again. */
  lost: boolean;
  /** The library had this file already, but damaged; the upload has repaired it. */
  repaired: boolean;
  /** Null until the file is in the library. */
  photo: Photo | null;
  /** Why the file failed, in words for a person, and whether a retry could help. */
  failure: { reason: string; retryable: boolean } | null;
}

interface Needs {
  /** Returns why a file cannot be sent at all, or null if it can. */
  refuse(file: File): string | null;
  /** Returns the SHA-256 in hex, or null if it cannot be computed. */
  hash(file: File, signal: AbortSignal): Promise<string | null>;
  known(sha256: string, file: File): Promise<Photo | null>;
  send(
    file: File,
    options: {
      onProgress(part: number): void;
      onBreak(isLost: boolean): void;
      sha256: string | null;
      signal: AbortSignal;
    },
  ): Promise<{ photo: Photo; duplicate: boolean; repaired: boolean }>;
  failureOf(error: unknown, sent: number): { reason: string; retryable: boolean };
  /** The number of files that are uploaded at once. */
  concurrency: number;
}

export interface UploadQueue {
  store: Store<readonly Upload[]>;
  add(files: Iterable<File>): void;
  retry(ids: readonly string[]): void;
  /** Removes files from the list. Running uploads are aborted; stored photos stay in the library. */
  remove(ids: readonly string[]): void;
  /** Puts files that were removed back into the list, as they were. */
  putBack(files: readonly Upload[]): void;
}

export const isActive = ({ state }: Upload): boolean =>
  state === "queued" || state === "hashing" || state === "uploading";

/** Tells whether the file is still to be uploaded: it is under way, or a retry could help. Only this page has it. */
export const isUnsent = (upload: Upload): boolean => isActive(upload) || upload.failure?.retryable === true;

/** Tells whether the file is in the library or was refused for good. */
export const isSettled = ({ photo, failure }: Upload): boolean =>
  photo !== null || failure?.retryable === false;

/** Uploads files to the library, a few at once. Files that are there already are not sent. */
export function createUploadQueue(needs: Needs): UploadQueue {
  const store = createStore<readonly Upload[]>([]);
  const running = new Map<string, AbortController>();

  const change = (id: string, part: Partial<Upload>) =>
    store.set((uploads) => uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));

  function startNext(): void {
    for (const upload of store.get()) {
      if (running.size >= needs.concurrency) return;
      if (upload.state !== "queued" || running.has(upload.id)) continue;
      const abort = new AbortController();
      running.set(upload.id, abort);
      void bringIn(upload, abort.signal).finally(() => {
        running.delete(upload.id);
        startNext();
      });
    }
  }

  async function bringIn({ id, file }: Upload, signal: AbortSignal): Promise<void> {
    let sent = 0;
    let lost = false;
    try {
      change(id, { state: "hashing" });
      const sha256 = await needs.hash(file, signal);
      const known = sha256 && (await needs.known(sha256, file));
      if (signal.aborted) return;
      if (known) return change(id, { state: "duplicate", photo: known });
      change(id, { state: "uploading" });
      const { photo, duplicate, repaired } = await needs.send(file, {
        ...{ signal, sha256 },
        onBreak(now) {
          if (now !== lost) change(id, { lost: now });
          lost = now;
        },
        onProgress(part) {
          // Skip tiny steps, so that a long list is not rendered again for every packet.
          if (part < 1 && Math.abs(part - sent) < 0.01) return;
          sent = part;
          change(id, { sent });
        },
      });
      change(id, { state: duplicate && !repaired ? "duplicate" : "stored", repaired, photo, sent: 1 });
    } catch (error) {
      if (!signal.aborted) change(id, { state: "failed", failure: needs.failureOf(error, sent) });
    }
  }

  return {
    store,
    add(files) {
      const added = Array.from(files, (file): Upload => {
        const refusal = needs.refuse(file);
        const failure = refusal === null ? null : { reason: refusal, retryable: false };
        return {
          id: uuid(),
          file,
          state: failure ? "failed" : "queued",
          sent: 0,
          lost: false,
          repaired: false,
          photo: null,
          failure,
        };
      });
      store.set((uploads) => [...uploads, ...added]);
      startNext();
    },
    retry(ids) {
      const again = new Set(ids);
      store.set((uploads) =>
        uploads.map((upload) =>
          again.has(upload.id) && upload.failure?.retryable
            ? { ...upload, state: "queued", sent: 0, failure: null }
            : upload,
        ),
      );
      startNext();
    },
    remove(ids) {
      const gone = new Set(ids);
      for (const id of gone) running.get(id)?.abort();
      store.set((uploads) => uploads.filter((upload) => !gone.has(upload.id)));
    },
    putBack(files) {
      store.set((uploads) => [
        ...uploads.filter(({ id }) => !files.some((file) => file.id === id)),
        ...files,
      ]);
    },
  };
}
