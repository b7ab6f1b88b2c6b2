import { initTRPC, TRPCError } from "@trpc/server";
import { AppError } from "../errors.ts";
import type { ApiContext } from "./context.ts";
import { asTrpcError, errorFormatter } from "./errors.ts";

const sse = { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } };
const t = initTRPC.context<ApiContext>().create({ sse, errorFormatter });

export const router = t.router;

/** Milliseconds after which a query is given up; the slowest honest one (a question whose model loads) has 20 s. */
const longestQuery = 45_000;

/** Every procedure of ours passes through here, where an AppError becomes tRPC's error. */
export const procedure = t.procedure.use(async ({ next, type }) => {
  const result = await (type === "query" ? inTime(next()) : next());
  const mapped = result.ok ? null : asTrpcError(result.error);
  if (mapped) throw mapped;
  return result;
});

/** Rejects with AppError TOO_SLOW when the work takes too long. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooSlow()), longestQuery);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

function tooSlow(): TRPCError {
  const cause = new AppError("TOO_SLOW", "This took too long; ask again, or for less.");
  return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: cause.message, cause });
}
