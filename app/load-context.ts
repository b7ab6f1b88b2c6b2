import type { QueryClient } from "@tanstack/react-query";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/api/router.ts";

/** The context that `server/main.ts` makes for the loaders of each request. */
declare module "@remix-run/node" {
  interface AppLoadContext {
    trpc: TRPCOptionsProxy<AppRouter>;
    queryClient: QueryClient;
    /** False for strangers, who see the login page only. */
    isKnown: boolean;
    /** Tries a password. `cookie` is the browser's new cookie; `status` is that of an answer that refuses. */
    signIn(
      password: string,
    ): Promise<{ cookie: string } | { status: number; message: string; retryAfter: number | null }>;
    /** Is called with errors that occur while a page is made. */
    onError(error: unknown): void;
    /** The nonce of this answer's Content-Security-Policy. */
    nonce: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
