import { createTRPCClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext, createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/api/router.ts";
import { getQueryClient } from "./query-client.ts";

export const apiUrl = "/api/trpc";

/** The limits of the server for one request; calls beyond them are sent in further requests. */
const batches = { maxItems: 20, maxURLLength: 100_000 };

export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

/** Talks to the server from the browser. Files go through `upload.ts`, which reports their progress. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url: apiUrl }),
      false: httpBatchStreamLink({ url: apiUrl, ...batches }),
    }),
  ],
});

/** Makes query options for code outside of components, such as a `clientLoader` or a store. */
export const browserTrpc = () => createTRPCOptionsProxy<AppRouter>({ client, queryClient: getQueryClient() });
