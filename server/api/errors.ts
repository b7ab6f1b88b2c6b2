import { type TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { AppError, type ErrorCode, statusOf } from "../errors.ts";

const trpcCodes: Record<ErrorCode, TRPCError["code"]> = {
  BAD_REQUEST: "BAD_REQUEST",
  UNAUTHORIZED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  ORIGINAL_DAMAGED: "NOT_FOUND",
  FILE_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  ADDRESS_TOO_LONG: "BAD_REQUEST",
  UNSUPPORTED_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  BEYOND_END: "BAD_REQUEST",
  IN_USE: "CONFLICT",
  OTHER_BYTES: "BAD_REQUEST",
  UPLOAD_ABORTED: "CLIENT_CLOSED_REQUEST",
  TOO_MANY: "TOO_MANY_REQUESTS",
  DISK_FULL: "INTERNAL_SERVER_ERROR",
  MODEL_AWAY: "SERVICE_UNAVAILABLE",
  MODEL_FAILED: "BAD_GATEWAY",
  INDEX_AWAY: "SERVICE_UNAVAILABLE",
  QUEUE_AWAY: "SERVICE_UNAVAILABLE",
  DATABASE_AWAY: "SERVICE_UNAVAILABLE",
  TOO_SLOW: "SERVICE_UNAVAILABLE",
  LIBRARY_AWAY: "SERVICE_UNAVAILABLE",
  CONFIGURATION: "INTERNAL_SERVER_ERROR",
  DATABASE_NEWER: "INTERNAL_SERVER_ERROR",
  DATABASE_DAMAGED: "INTERNAL_SERVER_ERROR",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

/**
 * Makes the error that the caller gets. Details of what went wrong inside go to the log, not to the caller.
 */
export function errorFormatter({ shape, error }: { shape: TRPCDefaultErrorShape; error: TRPCError }) {
  const { code, message } = tell(error);
  const { stack: _, ...data } = shape.data;
  const retryAfter = retryAfterOf(error);
  return {
    ...shape,
    message,
    data: {
      ...{ ...data, code, httpStatus: httpStatusOf(error) ?? data.httpStatus },
      ...(retryAfter !== null && { retryAfter }),
    },
  };
}

function tell(error: TRPCError): { code: ErrorCode; message: string } {
  const ours = appErrorIn(error);
  if (ours && ours.code !== "INTERNAL") return ours;
  if (ours || error.code === "INTERNAL_SERVER_ERROR") {
    return { code: "INTERNAL", message: "Something went wrong inside Glimpse. Its log says more." };
  }
  return { code: codeFor(error.code), message: messageFor(error) };
}

/** Turns an AppError into tRPC's error and keeps its code and cause; returns null for other errors. */
export function asTrpcError(error: TRPCError): TRPCError | null {
  const ours = appErrorIn(error);
  return ours && new TRPCError({ code: trpcCodes[ours.code], message: ours.message, cause: ours });
}

/** Returns our code for an error that tRPC made itself. */
function codeFor(code: TRPCError["code"]): ErrorCode {
  const found = (Object.keys(trpcCodes) as ErrorCode[]).find((ours) => trpcCodes[ours] === code);
  return found ?? "BAD_REQUEST";
}

/** Names the field of malformed input and what it must be. */
function messageFor({ cause, message }: TRPCError): string {
  if (cause && "issues" in cause && Array.isArray(cause.issues)) {
    const [issue] = cause.issues as { path: PropertyKey[]; message: string }[];
    if (issue) return [issue.path.join("."), issue.message].filter(Boolean).join(": ");
  }
  return message;
}

/** Returns the AppError that an error is, or was caused by; null if there is none. */
function appErrorIn(error: unknown): AppError | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof AppError) return at;
  return null;
}

/** Returns in how many seconds it makes sense to try again; null if waiting does not help. */
export const retryAfterOf = (error: unknown): number | null => appErrorIn(error)?.retryAfter ?? null;

/** Returns what the API's clients read, for an error that arises before a procedure is called. */
export function answerFor({ code, message, retryAfter }: AppError) {
  const data = { code, httpStatus: statusOf[code], ...(retryAfter !== null && { retryAfter }) };
  return { error: { message, code: TRPC_ERROR_CODES_BY_KEY[trpcCodes[code]], data } };
}

/** Returns the HTTP status for an error of ours; undefined for others. */
export function httpStatusOf(error: unknown): number | undefined {
  const ours = appErrorIn(error);
  return ours ? statusOf[ours.code] : undefined;
}

/**
 * Says whether an error is a fault of ours that belongs in the log, and not a fault of a caller or a closed
 * connection.
 */
export function isFault(error: TRPCError): boolean {
  if (error.cause instanceof Error && error.cause.name === "AbortError") return false;
  return (httpStatusOf(error) ?? (error.code === "INTERNAL_SERVER_ERROR" ? 500 : 400)) >= 500;
}

/** Says whether the sender of an upload left before its end. */
export function isBrokenOff(error: TRPCError): boolean {
  return appErrorIn(error)?.code === "UPLOAD_ABORTED";
}
