/** An error with the API's stable code for it ("FILE_TOO_LARGE", "NOT_FOUND" …). */
export class GlimpseError extends Error {
  readonly code: string;
  readonly status: number;
  /** In how many seconds trying again makes sense; null where waiting does not help by itself. */
  readonly retryAfter: number | null;

  constructor(
    code: string,
    message: string,
    status: number,
    { retryAfter = null, ...options }: { cause?: unknown; retryAfter?: number | null } = {},
  ) {
    super(message, options);
    this.name = "GlimpseError";
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
