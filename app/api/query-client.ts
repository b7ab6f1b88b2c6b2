import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { codeOf, isOffline } from "./errors.ts";

let browserClient: QueryClient | undefined;

/** Returns the cache of server data: the browser keeps one, and the server makes one for each page it renders. */
export function getQueryClient(): QueryClient {
  if (typeof document === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

/** Leads somebody who was logged out elsewhere to the login page, and from there back to the same page. */
function askForPassword(error: unknown): void {
  if (typeof document === "undefined" || codeOf(error) !== "UNAUTHORIZED") return;
  location.assign(`/login?to=${encodeURIComponent(location.pathname + location.search)}`);
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: askForPassword }),
    mutationCache: new MutationCache({ onError: askForPassword }),
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
