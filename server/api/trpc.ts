import { initTRPC, TRPCError } from "@trpc/server";
import { AppError } from "../errors.ts";
import { allow, type Need } from "./caller.ts";
import type { ApiContext } from "./context.ts";
import { asTrpcError, errorFormatter } from "./errors.ts";
import { inTime } from "./in-time.ts";

const sse = { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } };

/** The needs of a procedure that differ from those of its kind (query or mutation). */
export interface ProcedureNeeds {
  /** The permission of the caller; by default to read for a query, and everything for a mutation. */
  needs?: Need | readonly Need[];
  /** Whether it counts as a question of its address. */
  counts?: "question";
}

const t = initTRPC.context<ApiContext>().meta<ProcedureNeeds>().create({ sse, errorFormatter });

export const router = t.router;

/**
 * All procedures of ours are made from this one. It refuses callers without permission, and turns an AppError into
 * tRPC's error.
 */
export const procedure = t.procedure.use(async ({ ctx, meta, next, type }) => {
  await admit(ctx, type, meta).catch(throwMapped);
  const result = await (type === "query" ? inTime(next()) : next());
  const mapped = result.ok ? null : asTrpcError(result.error);
  if (mapped) throw mapped;
  return result;
});

async function admit({ caller, visit }: ApiContext, type: string, meta: ProcedureNeeds = {}): Promise<void> {
  allow(caller, meta.needs ?? (type === "mutation" ? "all" : "read"));
  if (meta.counts) await visit.admit(meta.counts);
}

function throwMapped(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw asTrpcError(new TRPCError({ code: "BAD_REQUEST", cause: error })) ?? error;
}
