import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "#server/api/router.ts";
import type { Photo } from "#server/library/photo.ts";
import { apiUrl } from "./client.ts";

interface UploadOptions {
  /** `part` is the sent part of the file, from 0 to 1. */
  onProgress(part: number): void;
  signal: AbortSignal;
}

/** Sends a photo, streamed from disk. It throws the same errors as the tRPC client. */
export function uploadPhoto(
  file: File,
  options: UploadOptions,
): Promise<{ photo: Photo; duplicate: boolean; repaired: boolean }> {
  const headers = {
    "x-file-name": encodeURIComponent(file.name.toWellFormed()),
    "x-file-modified": String(file.lastModified),
  };
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: apiUrl,
        headers,
        fetch: (url, init) => xhrFetch(String(url), init, options.onProgress),
      }),
    ],
  });
  return client.photos.upload.mutate(file, { signal: options.signal });
}

type FetchInit = Parameters<NonNullable<Parameters<typeof httpLink>[0]["fetch"]>>[1];

/** Does what `fetch` does with XMLHttpRequest, because only that reports how much of a body has been sent. */
function xhrFetch(url: string, init: FetchInit, onProgress: (part: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init?.method ?? "GET", url);
    for (const [name, value] of new Headers(init?.headers as HeadersInit))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(new TypeError("Failed to fetch"));
    request.onabort = () => reject(new DOMException("The upload was aborted.", "AbortError"));
    init?.signal?.addEventListener("abort", () => request.abort());
    request.send(init?.body as XMLHttpRequestBodyInit);
  });
}
