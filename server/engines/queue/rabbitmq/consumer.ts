import { type ConfirmChannel, type ConsumeMessage, IllegalOperationError } from "amqplib";
import type { Concurrency, Consumer, Lane } from "../port.ts";
import type { Broker } from "./broker.ts";
import { within } from "./deadline.ts";
import type { Topology } from "./topology.ts";

const answerMs = 10_000;
const cancelMs = 1_000;

interface Delivery {
  id: string;
  urgent: boolean;
  channel: ConfirmChannel;
  message: ConsumeMessage;
}

interface Session {
  channel: ConfirmChannel;
  /** The tags of its consumers, by their queues: none while paused. */
  tags: Map<"urgent" | "ordinary", string>;
}

interface Needs {
  broker: Broker;
  topology: Topology;
  concurrency: number | Concurrency;
  handler(jobId: string): Promise<void>;
  onError(error: unknown): void;
}

/**
 * Takes the jobs of one lane, urgent ones first, and never more at once than `concurrency`. A message is
 * acknowledged when its handler has ended, in success or failure, because the outcome of the job is in its
 * row. If a process dies, its messages come back, up to the delivery limit of the queue.
 */
export function createConsumer(lane: Lane, needs: Needs): Consumer {
  const { broker, topology, concurrency, handler, onError } = needs;
  const most = typeof concurrency === "number" ? concurrency : concurrency.most;
  const allowed = typeof concurrency === "number" ? () => concurrency : concurrency.now;
  const inHand = new Map<string, Promise<void>>();
  const waiting: Delivery[] = [];
  let paused: "all" | "waited-for" | null = null;
  let closed = false;
  let session: Session | null = null;
  let change = Promise.resolve();

  const kept = broker.keepChannel(async (channel) => {
    await topology.declareLane(channel, lane);
    // The limit holds for each of the two queues, so together they may bring more; the surplus waits here for
    // a moment.
    await within(answerMs, "setting the prefetch", channel.prefetch(most));
    session = { channel, tags: new Map() };
    await aligned();
  });

  /** Starts or stops the deliveries, by the state at that time. Changes run one after the other. */
  function aligned(): Promise<void> {
    change = change
      .catch(() => {})
      .then(async () => {
        if (session) await align(session);
      });
    return change;
  }

  const isWanted = (which: "urgent" | "ordinary") =>
    !closed && paused !== "all" && (which === "urgent" || paused === null);

  async function align({ channel, tags }: Session): Promise<void> {
    for (const which of ["urgent", "ordinary"] as const) {
      const tag = tags.get(which);
      if (isWanted(which) === (tag !== undefined)) continue;
      if (tag !== undefined) {
        tags.delete(which);
        await within(cancelMs, "cancelling a consumer", channel.cancel(tag));
        continue;
      }
      const urgent = which === "urgent";
      const { queue } = topology.queue(lane, urgent);
      const take = (message: ConsumeMessage | null) => {
        if (message) arrive({ id: message.content.toString(), urgent, channel, message });
        else kept.renew(channel, new Error(`the queue ${queue} was deleted`));
      };
      const { consumerTag } = await within(answerMs, `consuming ${queue}`, channel.consume(queue, take));
      tags.set(which, consumerTag);
    }
  }

  function arrive(delivery: Delivery): void {
    if (!isWanted(delivery.urgent ? "urgent" : "ordinary")) {
      giveBack(delivery);
      return;
    }
    const at = delivery.urgent ? waiting.findIndex(({ urgent }) => !urgent) : -1;
    waiting.splice(at === -1 ? waiting.length : at, 0, delivery);
    work();
  }

  function work(): void {
    while (inHand.size < allowed()) {
      const delivery = waiting.shift();
      if (!delivery) return;
      if (inHand.has(delivery.id)) {
        acknowledge(delivery);
        continue;
      }
      const handled = handler(delivery.id)
        .catch(onError)
        .finally(() => {
          inHand.delete(delivery.id);
          acknowledge(delivery);
          work();
        });
      inHand.set(delivery.id, handled);
    }
  }

  /** Makes the channel match the present state, and gives the channel up when it does not answer. */
  async function follow(): Promise<void> {
    for (const delivery of waiting.splice(0)) {
      if (isWanted(delivery.urgent ? "urgent" : "ordinary")) waiting.push(delivery);
      else giveBack(delivery);
    }
    const channel = session?.channel;
    await aligned().catch((error: unknown) => channel && kept.renew(channel, error));
  }

  return {
    pause(except) {
      const wanted = except ?? "all";
      if (paused === wanted) return;
      paused = wanted;
      void follow();
    },
    resume() {
      if (!paused) return;
      paused = null;
      void follow();
    },
    async close() {
      closed = true;
      await follow();
      await Promise.all(inHand.values());
      await kept.close();
    },
  };
}

function acknowledge({ channel, message }: Delivery): void {
  ifOpen(() => channel.ack(message));
}

function giveBack({ channel, message }: Delivery): void {
  ifOpen(() => channel.nack(message, false, true));
}

/** Ignores a channel that is closed by now: its messages have gone back already. */
function ifOpen(say: () => void): void {
  try {
    say();
  } catch (error) {
    if (!(error instanceof IllegalOperationError)) throw error;
  }
}
