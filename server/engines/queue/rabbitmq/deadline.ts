/** The error for an answer that did not come in time. */
export class NoAnswer extends Error {}

/** Settles as the promise does, but rejects with NoAnswer after `ms`; its message names `what`. */
export async function within<Value>(ms: number, what: string, promise: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NoAnswer(`${what}: no answer within ${ms / 1_000} s`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
