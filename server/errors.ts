/** Every failure that a caller can act on has one of these codes; the HTTP status follows from it. */
export const statusOf = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  ORIGINAL_DAMAGED: 410,
  FILE_TOO_LARGE: 413,
  ADDRESS_TOO_LONG: 414,
  UNSUPPORTED_TYPE: 415,
  BEYOND_END: 416,
  IN_USE: 423,
  UPLOAD_ABORTED: 400,
  TOO_MANY: 429,
  OTHER_BYTES: 460,
  DISK_FULL: 507,
  MODEL_AWAY: 503,
  MODEL_FAILED: 502,
  INDEX_AWAY: 503,
  QUEUE_AWAY: 503,
  DATABASE_AWAY: 503,
  TOO_SLOW: 503,
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
  /** In how many seconds trying again makes sense; null where waiting does not help by itself. */
  readonly retryAfter: number | null;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; retryAfter?: number }) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
    this.retryAfter = options?.retryAfter ?? null;
  }
}

/** Makes the error for somebody who does too much at once, or too often. */
export const tooMany = (message: string, retryAfter: number): AppError =>
  new AppError("TOO_MANY", message, { retryAfter });

/** Returns the system's own code of an error ("ENOSPC", "EADDRINUSE"), looking through its causes. */
export function systemCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return undefined;
}
