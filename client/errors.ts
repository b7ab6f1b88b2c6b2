/** An error with the API's stable code for it ("FILE_TOO_LARGE", "NOT_FOUND" …). */
export class GlimpseError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "GlimpseError";
    this.code = code;
    this.status = status;
  }
}
