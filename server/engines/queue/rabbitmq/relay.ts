import type { ConfirmChannel } from "amqplib";
import type { DueJob, Lane, Outbox } from "../port.ts";
import type { Broker } from "./broker.ts";
import { NoAnswer, within } from "./deadline.ts";
import type { LaneQueue, Topology } from "./topology.ts";

const lookEvery = 500;
const answerMs = 5_000;
const deleteMs = 20_000;
const closeMs = 500;
/** With more of them on their way a queue that does not answer would stop the whole connection. */
const unconfirmedAtOnce = 30;
/** No more messages than these wait in a queue: half a million due rows need not become half a million messages. */
const window = 1_000;
/** More are published when fewer than these wait. */
const lowMark = window / 2;
/** A message that is neither in its queue nor claimed by then is lost. */
const lostAfter = 2_000;

export interface Relay {
  /** Jobs of the lane have become due. */
  wake(): void;
  /** Looks by itself from now on, at what becomes due later and what was lost. */
  watch(): void;
  close(): Promise<void>;
}

interface Needs {
  broker: Broker;
  topology: Topology;
  outbox: Outbox;
  /** Of the rows; the broker's own troubles are the broker's to tell. */
  onError(error: unknown): void;
}

/**
 * Feeds one lane's queues from the rows. Any number of processes may do so at once: a job that is published twice is
 * claimed once. While the broker is away nothing happens, and nothing needs to: the rows wait.
 */
export function createRelay(lane: Lane, { broker, topology, outbox, onError }: Needs): Relay {
  let watching = false;
  let closed = false;
  let wanted = false;
  let interrupt = () => {};
  const wake = () => {
    wanted = true;
    interrupt();
  };
  /** How often in a row a queue confirmed nothing. */
  const silences = new Map<string, number>();

  const kept = broker.keepChannel(async (channel) => {
    for (const [queue, times] of silences) if (times > 1) await replace(channel, queue);
    await topology.declareLane(channel, lane);
  }, wake);

  /**
   * A queue whose broker lost power within a second of its making never has a leader again: it can be declared and looked
   * at, but takes nothing. What was in it is in the rows.
   */
  async function replace(channel: ConfirmChannel, queue: string): Promise<void> {
    silences.delete(queue);
    await within(deleteMs, `deleting ${queue}`, channel.deleteQueue(queue));
  }

  async function look(urgent: boolean): Promise<void> {
    const channel = kept.now();
    if (!channel || broker.isBlocked()) return;
    const to = topology.queue(lane, urgent);
    const now = Date.now();
    const waiting = await waitingIn(to.queue, channel);
    if (waiting >= lowMark) return;
    const ids = toPublish(await outbox.due(lane, { urgent, limit: window }), waiting, now);
    // As of before the look: what is armed again meanwhile is due after it.
    if (ids.length > 0 && (await tell(to, ids, channel))) await outbox.published(ids, now);
  }

  /** How many messages wait in a queue; while it cannot be told, none is to be added. */
  async function waitingIn(queue: string, channel: ConfirmChannel): Promise<number> {
    try {
      return (await within(answerMs, `looking at ${queue}`, channel.checkQueue(queue))).messageCount;
    } catch (error) {
      kept.renew(channel, error);
      return window;
    }
  }

  /** Whether a queue has these now. */
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
 * Of due jobs, most urgent first, those that a queue is to be told of in which `waiting` messages wait: what became due
 * since it was last published, and as many of the others as there are messages missing.
 */
export function toPublish(due: DueJob[], waiting: number, now: number): string[] {
  const isFresh = ({ publishedAt, dueAt }: DueJob) => publishedAt === null || publishedAt < dueAt;
  const fresh = due.filter(isFresh);
  // Clocks of several machines differ: a time to come is as good as none.
  const mayBeLost = due.filter((job) => !isFresh(job) && Math.abs(now - (job.publishedAt ?? 0)) > lostAfter);
  const missing = Math.max(0, due.length - fresh.length - waiting);
  return [...fresh, ...mayBeLost.slice(0, missing)].slice(0, window - waiting).map(({ id }) => id);
}

/** Resolves when the broker has them all in a queue and on its disk. */
async function publish(channel: ConfirmChannel, to: LaneQueue, ids: string[]): Promise<void> {
  let returned = 0;
  const onReturn = () => void returned++;
  // A message that goes nowhere comes back, and is confirmed all the same.
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
