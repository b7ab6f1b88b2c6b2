import type { QueryClient } from "@tanstack/react-query";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/api/router.ts";

/** What `server/main.ts` hands every loader: made anew for each request. */
declare module "@remix-run/node" {
  interface AppLoadContext {
    trpc: TRPCOptionsProxy<AppRouter>;
    queryClient: QueryClient;
    /** Of this answer's Content-Security-Policy. */
    nonce: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
