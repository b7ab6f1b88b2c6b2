import type { ConfirmChannel } from "amqplib";
import type { DueJob, Lane, Outbox } from "../port.ts";
import type { Broker } from "./broker.ts";
import { NoAnswer, within } from "./deadline.ts";
import type { LaneQueue, Topology } from "./topology.ts";

const lookEvery = 500;
const answerMs = 5_000;
const deleteMs = 20_000;
const closeMs = 500;
/**
 * If a queue does not answer and more messages than these are on their way, the whole connection would stop.
 */
const unconfirmedAtOnce = 30;
/** The most messages in a queue: half a million due rows must not become half a million messages. */
const usualWindow = 1_000;
/**
 * The most messages in a queue whose order matters. A message cannot overtake those that wait in the queue, so most
 * jobs wait in the rows, and the queue holds just enough to keep a worker busy until the next look.
 */
const orderedWindow = { urgent: 8, ordinary: 32 };
/** A message counts as lost if it is neither in its queue nor claimed after this many milliseconds. */
const lostAfter = 2_000;

export interface Relay {
  /** Says that jobs of the lane have become due. */
  wake(): void;
  /**
   * Makes the relay look by itself from now on, for jobs that become due later and for messages that were
   * lost.
   */
  watch(): void;
  close(): Promise<void>;
}

interface Needs {
  broker: Broker;
  topology: Topology;
  outbox: Outbox;
  /** The lane's jobs are to be done in the order of the rows, although others come first later. */
  inOrder: boolean;
  /** Is called with errors of the database. The broker reports its own problems. */
  onError(error: unknown): void;
}

/**
 * Feeds the queues of one lane from the rows. Any number of processes may do so at once, because a job that
 * is published twice is still claimed only once. While the broker is away nothing happens, and the jobs wait
 * in their rows.
 */
export function createRelay(lane: Lane, { broker, topology, outbox, inOrder, onError }: Needs): Relay {
  let watching = false;
  let closed = false;
  let wanted = false;
  let interrupt = () => {};
  const wake = () => {
    wanted = true;
    interrupt();
  };
  /** Counts for each queue how often in a row it confirmed nothing. */
  const silences = new Map<string, number>();

  const kept = broker.keepChannel(async (channel) => {
    for (const [queue, times] of silences) if (times > 1) await replace(channel, queue);
    await topology.declareLane(channel, lane);
  }, wake);

  /**
   * Deletes a queue so that it is declared anew. If the broker loses power within a second of making a queue,
   * that queue never gets a leader again: it can be declared and looked at, but takes no messages. Nothing is
   * lost, because its jobs are in the rows.
   */
  async function replace(channel: ConfirmChannel, queue: string): Promise<void> {
    silences.delete(queue);
    await within(deleteMs, `deleting ${queue}`, channel.deleteQueue(queue));
  }

  async function look(urgent: boolean): Promise<void> {
    const channel = kept.now();
    if (!channel || broker.isBlocked()) return;
    const to = topology.queue(lane, urgent);
    const now = outbox.now();
    const window = inOrder ? orderedWindow[urgent ? "urgent" : "ordinary"] : usualWindow;
    const waiting = await waitingIn(to.queue, channel);
    // We publish more when the queue is half empty.
    if (waiting >= window / 2) return;
    const ids = toPublish(await outbox.due(lane, { urgent, limit: window }), waiting, now, window);
    // We note the time from before we read the rows, so that a job that is armed again meanwhile counts as
    // due after it was published.
    if (ids.length > 0 && (await tell(to, ids, channel))) await outbox.published(ids, now);
  }

  /** Counts the messages in a queue. If that fails it returns a full window, so that nothing is added. */
  async function waitingIn(queue: string, channel: ConfirmChannel): Promise<number> {
    try {
      return (await within(answerMs, `looking at ${queue}`, channel.checkQueue(queue))).messageCount;
    } catch (error) {
      kept.renew(channel, error);
      return usualWindow;
    }
  }

  /** Publishes these ids and returns true if the queue has them now. */
  async function tell(to: LaneQueue, ids: string[], channel: ConfirmChannel): Promise<boolean> {
    try {
      await publish(channel, to, ids);
      silences.delete(to.queue);
      return true;
    } catch (error) {
      const isSilent = error instanceof NoAnswer && !broker.isBlocked();
      if (isSilent) silences.set(to.queue, (silences.get(to.queue) ?? 0) + 1);
      kept.renew(channel, error);
      return false;
    }
  }

  const loop = (async () => {
    while (!closed) {
      wanted = false;
      try {
        await look(true);
        await look(false);
      } catch (error) {
        onError(error);
      }
      if (closed || wanted) continue;
      await new Promise<void>((resolve) => {
        const timer = watching ? setTimeout(resolve, lookEvery) : undefined;
        interrupt = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();

  return {
    wake,
    watch() {
      watching = true;
      wake();
    },
    async close() {
      closed = true;
      interrupt();
      await Promise.all([kept.close(), within(closeMs, "the last look", loop).catch(() => {})]);
    },
  };
}

/**
 * Chooses which due jobs (most urgent first) to publish to a queue that holds `waiting` messages. It takes
 * all jobs that became due since they were last published, and as many of the others as there are messages
 * missing.
 */
export function toPublish(due: DueJob[], waiting: number, now: number, window = usualWindow): string[] {
  const isFresh = ({ publishedAt, dueAt }: DueJob) => publishedAt === null || publishedAt < dueAt;
  const fresh = due.filter(isFresh);
  // Clocks of several machines differ, so we treat a time far in the future as if there were none.
  const mayBeLost = due.filter((job) => !isFresh(job) && Math.abs(now - (job.publishedAt ?? 0)) > lostAfter);
  const missing = Math.max(0, due.length - fresh.length - waiting);
  return [...fresh, ...mayBeLost.slice(0, missing)].slice(0, window - waiting).map(({ id }) => id);
}

/** Publishes ids, and resolves when the broker has them all in a queue and on its disk. */
async function publish(channel: ConfirmChannel, to: LaneQueue, ids: string[]): Promise<void> {
  let returned = 0;
  const onReturn = () => void returned++;
  // A message that no queue takes is returned to us, although the broker confirms it too.
  channel.on("return", onReturn);
  const one = (id: string) =>
    new Promise<void>((resolve, reject) => {
      const options = { persistent: true, mandatory: true };
      channel.publish(to.exchange, to.routingKey, Buffer.from(id), options, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  try {
    for (let at = 0; at < ids.length; at += unconfirmedAtOnce) {
      const confirmed = ids.slice(at, at + unconfirmedAtOnce).map(one);
      await within(answerMs, `publishing to ${to.queue}`, Promise.all(confirmed));
    }
  } finally {
    channel.off("return", onReturn);
  }
  if (returned > 0) throw new Error(`nothing is bound to ${to.exchange} for ${to.routingKey}`);
}
