import type { Concurrency, Consumer, DueJobs, JobQueue, Lane } from "./port.ts";

const lookEvery = 250;

/** A consumer that is paused takes nothing (`all` are left alone), or only what a person waits for. */
type Rest = "all" | "waited-for" | null;

/**
 * Delivers jobs by polling the rows of due jobs, which hold the truth anyway. `publish` wakes the consumers
 * in this process and calls `onPublish`, which can wake those in other processes; a consumer that was not
 * woken finds the job at its next look. `due` may return jobs that are already being handled.
 */
export function createEmbeddedQueue(
  due: DueJobs,
  onError: (error: unknown) => void,
  onPublish: (lane: Lane) => void = () => {},
): JobQueue {
  const wakers = new Map<Lane, Set<() => void>>();
  const consumers = new Set<Consumer>();

  function consume(
    lane: Lane,
    allowed: number | Concurrency,
    handler: (jobId: string) => Promise<void>,
  ): Consumer {
    const inHand = new Map<string, Promise<void>>();
    let paused: Rest = null;
    let closed = false;
    let wake = () => {};
    /** True if a job may have come, or a place may have become free, since the last look began. */
    let isStirred = false;
    const wakeUp = () => {
      isStirred = true;
      wake();
    };
    wakers.set(lane, (wakers.get(lane) ?? new Set()).add(wakeUp));

    const loop = (async () => {
      while (!closed) {
        const concurrency = typeof allowed === "number" ? allowed : allowed.now();
        const free = paused === "all" ? 0 : concurrency - inHand.size;
        isStirred = false;
        if (free > 0) {
          try {
            const asked: Rest = paused;
            const ids = await due(
              lane,
              concurrency + free,
              asked === null || asked === "all" ? undefined : asked,
            );
            for (const id of ids.filter((candidate) => !inHand.has(candidate)).slice(0, free)) {
              if (closed || paused !== asked) break;
              inHand.set(
                id,
                handler(id)
                  .catch(onError)
                  .finally(() => {
                    inHand.delete(id);
                    wakeUp();
                  }),
              );
            }
          } catch (error) {
            onError(error);
          }
        }
        if (closed || isStirred) continue;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lookEvery);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      await Promise.all(inHand.values());
    })();

    const consumer: Consumer = {
      pause: (except) => {
        paused = except ?? "all";
        if (except) wakeUp();
      },
      resume: () => {
        if (!paused) return;
        paused = null;
        wakeUp();
      },
      async close() {
        closed = true;
        wakeUp();
        wakers.get(lane)?.delete(wakeUp);
        consumers.delete(consumer);
        await loop;
      },
    };
    consumers.add(consumer);
    return consumer;
  }

  return {
    consume,
    publish(lane) {
      for (const wake of wakers.get(lane) ?? []) wake();
      onPublish(lane);
    },
    check: async () => {},
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.close()));
    },
  };
}
