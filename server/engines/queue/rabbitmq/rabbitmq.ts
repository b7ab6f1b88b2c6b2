import type { Consumer, JobQueue, Lane, Outbox } from "../port.ts";
import { openBroker, queueAway } from "./broker.ts";
import { createConsumer } from "./consumer.ts";
import { within } from "./deadline.ts";
import { createRelay, type Relay } from "./relay.ts";
import { topologyOf } from "./topology.ts";

const checkMs = 3_000;

interface Options {
  /** `amqp://user:password@host/vhost`. The whole vhost belongs to one installation. */
  url: string;
  outbox: Outbox;
  onError(error: unknown): void;
  /** The lanes whose jobs are to be done in the order of the rows. */
  ordered?: Lane[];
  /** All our names in the broker begin with this. */
  prefix?: string;
}

/**
 * Lets RabbitMQ deliver the jobs that are due in the rows. It opens even while the broker is away, and keeps
 * trying to connect for as long as that lasts; `check` and `onError` give the reason in the broker's own
 * words.
 */
export async function createRabbitmqQueue({
  url,
  outbox,
  onError,
  ordered = [],
  prefix = "glimpse",
}: Options): Promise<JobQueue> {
  const broker = await openBroker(url, onError);
  const topology = topologyOf(prefix);
  const probe = broker.keepChannel(topology.declare);
  const relays = new Map<Lane, Relay>();
  const consumers = new Set<Consumer>();

  function relayOf(lane: Lane): Relay {
    const relay =
      relays.get(lane) ??
      createRelay(lane, { broker, topology, outbox, inOrder: ordered.includes(lane), onError });
    relays.set(lane, relay);
    return relay;
  }

  return {
    publish: (lane) => relayOf(lane).wake(),
    consume(lane, concurrency, handler) {
      relayOf(lane).watch();
      const consumer = createConsumer(lane, { broker, topology, concurrency, handler, onError });
      consumers.add(consumer);
      const close = async () => {
        consumers.delete(consumer);
        await consumer.close();
      };
      return { ...consumer, close };
    },
    async check() {
      broker.complain();
      try {
        const channel = await within(checkMs, "connecting", probe.ready());
        await within(checkMs, "looking at its exchange", channel.checkExchange(topology.exchange));
      } catch (error) {
        throw queueAway(error);
      }
    },
    async close() {
      await Promise.all([...consumers, ...relays.values()].map((ending) => ending.close()));
      await broker.close();
    },
  };
}
