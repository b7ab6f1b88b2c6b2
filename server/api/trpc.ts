import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context.ts";
import { asTrpcError, errorFormatter } from "./errors.ts";

const sse = { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } };
const t = initTRPC.context<ApiContext>().create({ sse, errorFormatter });

export const router = t.router;

/** Every procedure of ours passes through here, where an AppError becomes tRPC's error. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  const mapped = result.ok ? null : asTrpcError(result.error);
  if (mapped) throw mapped;
  return result;
});
