/**
 * Sends one request for several texts and returns an outcome for each, in order. Throws errors that no text
 * has caused.
 */
export type Send<Result> = (texts: string[], signal: AbortSignal) => Promise<PromiseSettledResult<Result>[]>;

interface Waiting<Result> {
  text: string;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

interface Batch<Result> {
  waiting: Set<Waiting<Result>>;
  isSent: boolean;
  stop: AbortController;
  timer: NodeJS.Timeout;
}

/** Milliseconds for which a text waits for others. */
const gatheringTime = 20;
/** The most texts in one request. */
const most = 32;

/**
 * Sends texts that are asked for at about the same time as one request. Each text keeps its own error and its
 * own `signal`, and the request is given up when nobody waits for it any more.
 */
export function coalesce<Result>(
  send: Send<Result>,
): (text: string, signal?: AbortSignal) => Promise<Result> {
  let gathering: Batch<Result> | null = null;

  function begin(): Batch<Result> {
    const batch: Batch<Result> = {
      waiting: new Set(),
      isSent: false,
      stop: new AbortController(),
      timer: setTimeout(() => depart(batch), gatheringTime),
    };
    return batch;
  }

  function depart(batch: Batch<Result>): void {
    clearTimeout(batch.timer);
    if (gathering === batch) gathering = null;
    const here = [...batch.waiting];
    if (here.length === 0) return;
    batch.isSent = true;
    const texts = here.map(({ text }) => text);
    send(texts, batch.stop.signal).then(
      (outcomes) => {
        for (const [at, { resolve, reject }] of here.entries()) {
          const outcome = outcomes[at];
          if (outcome?.status === "fulfilled") resolve(outcome.value);
          else reject(outcome?.reason);
        }
      },
      (error: unknown) => {
        for (const { reject } of here) reject(error);
      },
    );
  }

  return async (text, signal) => {
    signal?.throwIfAborted();
    gathering ??= begin();
    const batch = gathering;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const one = { text, resolve, reject };
    batch.waiting.add(one);
    const leave = () => {
      batch.waiting.delete(one);
      reject(signal?.reason);
      if (batch.isSent && batch.waiting.size === 0) batch.stop.abort(signal?.reason);
    };
    signal?.addEventListener("abort", leave, { once: true });
    if (batch.waiting.size === most) depart(batch);
    try {
      return await promise;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  };
}
