import { TRPCClientError } from "@trpc/client";
import { words } from "#app/words/words.ts";
import type { AppRouter } from "#server/api/router.ts";
import type { Photo } from "#server/library/photo.ts";
import { forgetBegun, keepBegun, takeBegun } from "./begun-uploads.ts";
import { client } from "./client.ts";
import { codeOf, isOffline } from "./errors.ts";
import { xhrFetch } from "./xhr.ts";

export interface Uploading {
  /** `part` is the sent part of the file, from 0 to 1. */
  onProgress(part: number): void;
  /** Tells that the connection was lost, and that the upload goes on by itself when it is back; or that it goes on. */
  onBreak(isLost: boolean): void;
  /** In hex; null if it could not be computed. */
  sha256: string | null;
  signal: AbortSignal;
}

export interface Sent {
  photo: Photo;
  duplicate: boolean;
  repaired: boolean;
}

const uploadsUrl = "/api/uploads";
/** Bytes in one request. Some proxies pass a request on only when they have all of it, so it must not be too large. */
const sentAtOnce = 16_000_000;
/** Milliseconds after which a request that sends nothing counts as broken; the server's answer may take longer. */
const silence = { sending: 30_000, waiting: 300_000 };
/** Milliseconds until the next try, by the number of tries that have failed. */
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000];
/** How many times an upload that the server no longer has is begun from the start. */
const mostBeginnings = 3;
const away = new Set([502, 503, 504]);
/** The codes of refusals that pass: another connection has the upload, or there are too many. */
const passing = new Set(["CONFLICT", "IN_USE", "TOO_MANY"]);

/** The path of a file's upload, so that another try goes on with it. */
const begun = new WeakMap<File, string>();

/**
 * Sends a file in pieces. After a lost connection, a restart of the server or a reload of the page (which is then given
 * the same file again) it goes on from where it was, for as long as it takes. It throws the same errors as the tRPC
 * client.
 */
export async function sendInPieces(file: File, options: Uploading): Promise<Sent> {
  const { onProgress, onBreak, sha256, signal } = options;
  let failures = 0;
  let beginnings = 0;
  const keep = (path: string) => {
    begun.set(file, path);
    if (sha256) keepBegun(sha256, path);
  };
  const leave = () => {
    const path = begun.get(file);
    begun.delete(file);
    if (path && sha256) forgetBegun(sha256, path);
    return path;
  };
  const forget = () => {
    const path = leave();
    // Nobody waits for this answer: an upload that is not removed now expires.
    if (path) void ask("DELETE", path).catch(() => {});
  };
  signal.addEventListener("abort", forget);
  try {
    for (;;) {
      try {
        const path = begun.get(file) ?? ((sha256 && takeBegun(sha256)) || (await announce(file, options)));
        keep(path);
        let told = await ask("HEAD", path, { signal });
        for (;;) {
          onBreak(false);
          const photo = told.get("glimpse-photo");
          if (photo) {
            leave();
            return { photo: await client.photos.get.query({ id: photo }), ...outcome(told) };
          }
          const at = Number(told.get("upload-offset"));
          onProgress(at / file.size);
          told = await sendPiece(file, path, at, {
            ...options,
            onProgress(part) {
              keep(path);
              onProgress(part);
            },
          });
          failures = 0;
        }
      } catch (error) {
        signal.throwIfAborted();
        const isGone = codeOf(error) === "NOT_FOUND" || codeOf(error) === "OTHER_BYTES";
        if (isGone && ++beginnings < mostBeginnings) leave();
        else if (!mayPass(error)) throw error;
        else {
          onBreak(isAway(error));
          await pause(pauses[Math.min(failures++, pauses.length - 1)] ?? 0, signal);
        }
      }
    }
  } finally {
    onBreak(false);
    signal.removeEventListener("abort", forget);
  }
}

const outcome = (told: Headers) => ({
  duplicate: told.get("glimpse-duplicate") === "true",
  repaired: told.get("glimpse-repaired") === "true",
});

/** Says whether the server cannot be reached. A proxy answers with a status of its own then. */
function isAway(error: unknown): boolean {
  if (isOffline(error)) return true;
  return error instanceof TRPCClientError && codeOf(error) === "INTERNAL" && away.has(error.data?.httpStatus);
}

/** Says whether trying again may help, without a person doing anything. */
const mayPass = (error: unknown): boolean => isAway(error) || passing.has(codeOf(error) ?? "");

async function announce(file: File, { sha256, signal }: Uploading): Promise<string> {
  const said: Record<string, string> = {
    filename: file.name.toWellFormed(),
    modified: String(file.lastModified),
  };
  if (sha256) said.sha256 = sha256;
  const metadata = Object.entries(said).map(([key, value]) => `${key} ${base64(value)}`);
  const headers = { "upload-length": String(file.size), "upload-metadata": metadata.join(",") };
  const told = await ask("POST", uploadsUrl, { headers, signal });
  return told.get("location") ?? uploadsUrl;
}

/** Sends the next bytes. A request that stands still is broken off. */
async function sendPiece(file: File, path: string, at: number, options: Uploading): Promise<Headers> {
  const broken = new AbortController();
  const giveUp = () => broken.abort();
  let silent = setTimeout(giveUp, silence.sending);
  addEventListener("offline", giveUp);
  try {
    const body = file.slice(at, at + sentAtOnce);
    return await ask("PATCH", path, {
      headers: { "content-type": "application/offset+octet-stream", "upload-offset": String(at) },
      body,
      signal: AbortSignal.any([options.signal, broken.signal]),
      onProgress(loaded) {
        clearTimeout(silent);
        silent = setTimeout(giveUp, loaded < body.size ? silence.sending : silence.waiting);
        options.onProgress((at + loaded) / file.size);
      },
    });
  } finally {
    clearTimeout(silent);
    removeEventListener("offline", giveUp);
  }
}

/** Sends one request of the protocol and returns the headers of its answer. Throws TRPCClientError. */
async function ask(
  method: string,
  path: string,
  { headers, ...sending }: Omit<Parameters<typeof xhrFetch>[1], "method"> = {},
): Promise<Headers> {
  const all = { ...Object.fromEntries(new Headers(headers)), "tus-resumable": "1.0.0" };
  const response = await xhrFetch(path, { ...sending, method, headers: all }).catch((cause: unknown) => {
    throw TRPCClientError.from<AppRouter>(
      new TypeError("The connection was lost.", { cause: String(cause) }),
    );
  });
  if (response.ok) return response.headers;
  const answer = await response.json().catch(() => null);
  if (answer?.error?.data) throw TRPCClientError.from<AppRouter>(answer);
  // HEAD has no body, and a proxy answers in words of its own.
  const code = response.status === 404 ? "NOT_FOUND" : "INTERNAL";
  const data = { code, httpStatus: response.status };
  throw TRPCClientError.from<AppRouter>({ error: { message: words.errors.unexpected, code: -32_603, data } });
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Waits; not longer than until the browser is online again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener("online", over);
      signal.removeEventListener("abort", over);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(over, ms);
    addEventListener("online", over);
    signal.addEventListener("abort", over);
  });
}
