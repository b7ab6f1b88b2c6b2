import { QueryClient } from "@tanstack/react-query";
import { isOffline } from "./errors.ts";

let browserClient: QueryClient | undefined;

/** Returns the cache of server data: the browser keeps one, and the server makes one for each page it renders. */
export function getQueryClient(): QueryClient {
  if (typeof document === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The page arrives with fresh data, so do not refetch it at once; `live.tsx` tells us about changes.
        staleTime: 30_000,
        retry: (failures, error) => isOffline(error) && failures < 3,
        // A browser that is offline can still reach a server in the same house.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
