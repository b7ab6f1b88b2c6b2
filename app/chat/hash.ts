import { uuid } from "#app/ui/uuid.ts";
import type { HashAnswer, HashRequest } from "./hash.worker.ts";

let worker: Worker | undefined;
const waiting = new Map<string, (sha256: string | null) => void>();

/** SHA-256 of a file, in a worker, so that typing goes on; null where the worker or the file cannot be read. */
export function hashFile(file: File): Promise<string | null> {
  worker ??= startWorker();
  const request: HashRequest = { id: uuid(), file };
  return new Promise((resolve) => {
    waiting.set(request.id, resolve);
    worker?.postMessage(request);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./hash.worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<HashAnswer>) => {
    waiting.get(data.id)?.(data.sha256);
    waiting.delete(data.id);
  });
  // Without hashes everything is sent, and the server finds what it has already.
  started.addEventListener("error", () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  });
  return started;
}
