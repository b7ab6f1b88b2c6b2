import {
  createTRPCClient,
  httpBatchStreamLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import { EventSource } from "eventsource";
import type { AppRouter } from "#server/api/router.ts";
import { type Uploaded, type UploadOptions, uploadFile } from "./upload.ts";

export type { AppRouter } from "#server/api/router.ts";
export type { Photo, PhotoEvent } from "#server/library/photo.ts";
export type { Hit, SearchAnswer, SearchPlan, Turn, TurnEvent } from "#server/search/types.ts";
export { GlimpseError } from "./errors.ts";
export type { Uploaded, UploadOptions } from "./upload.ts";

export interface Glimpse {
  /** Every procedure of the API, typed: `api.search.run.query({ text: "a dog on a beach" })`. */
  api: TRPCClient<AppRouter>;
  /** Streams a photo from disk into the library. */
  upload(path: string, options?: UploadOptions): Promise<Uploaded>;
}

/** The limits of the server for one request; calls beyond them are sent in further requests. */
const batches = { maxItems: 20, maxURLLength: 100_000 };

export interface GlimpseOptions {
  /** Glimpse's address, for instance `http://127.0.0.1:3000`. */
  url: string;
  /** A token that `glimpse token create` has made; needed where there is a password. */
  token?: string;
}

/** Creates a client. */
export function createGlimpse({ url, token }: GlimpseOptions): Glimpse {
  const base = url.replace(/\/+$/, "");
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const endpoint = { url: `${base}/api/trpc` };
  const watching = {
    eventSourceOptions: {
      fetch: (address: string | URL, init: { headers: Record<string, string> }) =>
        fetch(address, { ...init, headers: { ...init.headers, ...headers } }),
    },
  };
  return {
    api: createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (operation) => operation.type === "subscription",
          true: httpSubscriptionLink({ ...endpoint, ...watching, EventSource }),
          false: httpBatchStreamLink({ ...endpoint, ...batches, headers }),
        }),
      ],
    }),
    upload: (path, options) => uploadFile(base, path, options, headers),
  };
}
