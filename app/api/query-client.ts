import { QueryClient } from "@tanstack/react-query";
import { isOffline } from "./errors.ts";

let browserClient: QueryClient | undefined;

/** The cache of what the server told: one in a browser, one a rendered page on the server. */
export function getQueryClient(): QueryClient {
  if (typeof document === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What the page came with is not asked for again at once; `live.tsx` says when something changed.
        staleTime: 30_000,
        retry: (failures, error) => isOffline(error) && failures < 3,
        // The browser's own idea of being online says nothing about a server in the same house.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
