import { initTRPC, TRPCError } from "@trpc/server";
import { AppError, type ErrorCode, statusOf } from "../errors.ts";
import type { ApiContext } from "./context.ts";

/** Goes up when a caller that works today would stop working. */
export const apiVersion = "1";

const trpcCodes: Record<ErrorCode, TRPCError["code"]> = {
  BAD_REQUEST: "BAD_REQUEST",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  FILE_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  UNSUPPORTED_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  UPLOAD_ABORTED: "CLIENT_CLOSED_REQUEST",
  DISK_FULL: "INTERNAL_SERVER_ERROR",
  MODEL_AWAY: "SERVICE_UNAVAILABLE",
  MODEL_FAILED: "BAD_GATEWAY",
  INDEX_AWAY: "SERVICE_UNAVAILABLE",
  CONFIGURATION: "INTERNAL_SERVER_ERROR",
  DATABASE_NEWER: "INTERNAL_SERVER_ERROR",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

const t = initTRPC.context<ApiContext>().create({
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
  errorFormatter({ shape, error }) {
    const ours = appErrorIn(error);
    const code = ours?.code ?? (error.code === "INTERNAL_SERVER_ERROR" ? "INTERNAL" : codeFor(error.code));
    const { stack: _, ...data } = shape.data;
    return {
      ...shape,
      // What went wrong inside is for the log, not for the caller.
      message:
        code === "INTERNAL"
          ? "Something went wrong inside Glimpse. Its log says more."
          : messageFor(error, ours),
      data: { ...data, code, httpStatus: httpStatusOf(error) ?? data.httpStatus },
    };
  },
});

function codeFor(code: TRPCError["code"]): ErrorCode {
  const found = (Object.keys(trpcCodes) as ErrorCode[]).find((ours) => trpcCodes[ours] === code);
  return found ?? "BAD_REQUEST";
}

function messageFor(error: TRPCError, ours: AppError | null): string {
  if (ours) return ours.message;
  const cause = error.cause;
  if (cause && "issues" in cause && Array.isArray(cause.issues)) {
    const [issue] = cause.issues as { path: PropertyKey[]; message: string }[];
    if (issue) return [issue.path.join("."), issue.message].filter(Boolean).join(": ");
  }
  return error.message;
}

function appErrorIn(error: unknown): AppError | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof AppError) return at;
  return null;
}

/** The HTTP status for an error of ours; undefined for others. */
export function httpStatusOf(error: unknown): number | undefined {
  const ours = appErrorIn(error);
  return ours ? statusOf[ours.code] : undefined;
}

/** Whether an error is a fault of ours that belongs into the log, and not a caller's or a closed connection's. */
export function isFault(error: TRPCError): boolean {
  if (error.cause instanceof Error && error.cause.name === "AbortError") return false;
  return (httpStatusOf(error) ?? (error.code === "INTERNAL_SERVER_ERROR" ? 500 : 400)) >= 500;
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Every procedure of ours passes here: an AppError becomes tRPC's, with its code and cause kept. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const ours = appErrorIn(result.error);
  if (!ours) return result;
  throw new TRPCError({ code: trpcCodes[ours.code], message: ours.message, cause: ours });
});
