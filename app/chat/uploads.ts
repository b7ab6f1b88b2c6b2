import { browserTrpc, client } from "#app/api/client.ts";
import { codeOf, isOffline, reasonOf } from "#app/api/errors.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { importAnew, whenIdle } from "#app/ui/load-trouble.ts";
import { createStore } from "#app/ui/store.ts";
import { words } from "#app/words/words.ts";
import { hashFile } from "./hash.ts";
import { createUploadQueue, type Upload } from "./upload-queue.ts";

/** The code that sends files is loaded on demand, because a message has no files at first. */
const loadSending = () => importAnew(() => import("#app/api/upload.ts"));

/** Fetches the code that sends files when the browser is idle; returns a function that gives that up. */
export const preloadSending = () => whenIdle(() => void loadSending().catch(() => {}));

/** The photos of the message that is being written. They outlive a change of the page. */
export const uploads = createUploadQueue({
  concurrency: 3,
  refuse: refusal,
  hash: hashFile,
  known: async (sha256, file) => {
    const asked = client.photos.known.query({ sha256: [sha256] });
    const { known } = await asked.catch(async (error) => {
      // Its upload waits until the server can be asked, and the server finds a duplicate itself.
      if (isOffline(error) && (await loadSending()).isResumable(file)) return { known: [] };
      throw error;
    });
    return known[0]?.photo ?? null;
  },
  send: async (file, options) => (await loadSending()).uploadPhoto(file, options),
  failureOf: (error, sent) => ({
    reason: isOffline(error) && sent > 0 ? words.uploads.connectionLost(sent) : reasonOf(error),
    retryable: isOffline(error) || !refused(error),
  }),
});

/** Files that left the list, and how they can come back. */
export interface Aside {
  /** A failed file that a person has taken out of the list. */
  removed: Upload | null;
  /** Files that are in the library and no part of the question. */
  added: readonly Upload[];
}

const nothing: Aside = { removed: null, added: [] };
export const aside = createStore<Aside>(nothing);

export function clearAside(part: Partial<Aside> = nothing): void {
  aside.set((before) => ({ ...before, ...part }));
}

/** Removes a file from the list. One that failed can be brought back, because nothing else has it. */
export function takeOut(upload: Upload): void {
  uploads.remove([upload.id]);
  if (upload.failure) aside.set((before) => ({ ...before, removed: upload }));
}

/** Takes the files that are in the library out of the list, which then only says how many were added. */
export function setAdded(): void {
  const done = uploads.store.get().filter(({ photo }) => photo !== null);
  if (done.length === 0) return;
  const known = new Set(done.map(({ photo }) => photo?.id));
  uploads.remove(done.map(({ id }) => id));
  aside.set((before) => ({
    ...before,
    added: [...before.added.filter(({ photo }) => !known.has(photo?.id)), ...done],
  }));
}

/** Tells whether the server would refuse this file again. */
function refused(error: unknown): boolean {
  return /UNSUPPORTED_TYPE|FILE_TOO_LARGE/.test(codeOf(error) ?? "");
}

/** Refuses a file early if the server surely would. In doubt the server decides by the file's bytes. */
function refusal(file: File): string | null {
  const other = otherThanPhoto(file);
  if (other) return words.uploads.notAPhoto(other);
  const status = getQueryClient().getQueryData(browserTrpc().system.status.queryKey());
  const limit = file.type.startsWith("video/") ? status?.maxVideoBytes : status?.maxUploadBytes;
  return limit !== undefined && file.size > limit ? words.uploads.tooLarge(limit) : null;
}

/** A sidecar is text, and belongs to a photo. */
function otherThanPhoto({ name, type }: File): "pdf" | "audio" | "text" | null {
  if (/\.xmp$/i.test(name)) return null;
  if (type === "application/pdf") return "pdf";
  const kind = type.split("/")[0];
  return kind === "audio" || kind === "text" ? kind : null;
}
