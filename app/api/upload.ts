import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "#server/api/router.ts";
import { apiUrl } from "./client.ts";
import { type Sent, sendInPieces, type Uploading } from "./resume.ts";
import { xhrFetch } from "./xhr.ts";

/**
 * Bytes. A larger file is sent in pieces, so that it can go on after a break; a smaller one is sent again sooner than
 * that.
 */
const sentWhole = 8_000_000;

/** Says whether the upload of a file goes on by itself after a break. */
export const isResumable = ({ size }: File): boolean => size > sentWhole;

/** Sends a photo, streamed from disk. It throws the same errors as the tRPC client. */
export function uploadPhoto(file: File, options: Uploading): Promise<Sent> {
  if (isResumable(file)) return sendInPieces(file, options);
  const headers = {
    "x-file-name": encodeURIComponent(file.name.toWellFormed()),
    "x-file-modified": String(file.lastModified),
  };
  const onProgress = (loaded: number, total: number) => options.onProgress(total > 0 ? loaded / total : 0);
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: apiUrl,
        headers,
        fetch: (url, init) => {
          const { method, headers, body, signal } = init ?? {};
          return xhrFetch(String(url), {
            ...{ method, headers: headers as HeadersInit, signal, onProgress },
            body: body as XMLHttpRequestBodyInit,
          });
        },
      }),
    ],
  });
  return client.photos.upload.mutate(file, { signal: options.signal });
}
