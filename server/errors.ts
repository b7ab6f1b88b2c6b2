/** Every failure that a caller can act on has one of these codes; the HTTP status follows from it. */
export const statusOf = {
  BAD_REQUEST: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  ORIGINAL_DAMAGED: 410,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  UPLOAD_ABORTED: 400,
  DISK_FULL: 507,
  MODEL_AWAY: 503,
  MODEL_FAILED: 502,
  INDEX_AWAY: 503,
  QUEUE_AWAY: 503,
  DATABASE_AWAY: 503,
  LIBRARY_AWAY: 503,
  CONFIGURATION: 500,
  DATABASE_NEWER: 500,
  DATABASE_DAMAGED: 500,
  INTERNAL: 500,
} as const;

export type ErrorCode = keyof typeof statusOf;

/**
 * An error with a stable code and a message that may be shown to a person. `cause` keeps the underlying
 * error.
 */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}

/** Returns the system's own code of an error ("ENOSPC", "EADDRINUSE"), looking through its causes. */
export function systemCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return undefined;
}
