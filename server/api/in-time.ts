import { TRPCError } from "@trpc/server";
import { AppError } from "../errors.ts";

/** Milliseconds after which a query is given up; the slowest honest one (a question whose model loads) has 20 s. */
const longestQuery = 45_000;

/** Rejects with TOO_SLOW when the work takes too long. */
export async function inTime<Result>(work: Promise<Result>, longest = longestQuery): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooSlow()), longest);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

function tooSlow(): TRPCError {
  const cause = new AppError("TOO_SLOW", "This took too long; ask again, or for less.");
  return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: cause.message, cause });
}
