import { uuid } from "#app/ui/uuid.ts";
import type { HashAnswer, HashRequest } from "./hash.worker.ts";

let worker: Worker | undefined;
const waiting = new Map<string, (sha256: string | null) => void>();

/** Computes a file's SHA-256 in a worker, so that typing stays smooth. Returns null if the file cannot be read. */
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
  // Without hashes we upload every file, and the server finds the duplicates itself.
  started.addEventListener("error", () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  });
  return started;
}
