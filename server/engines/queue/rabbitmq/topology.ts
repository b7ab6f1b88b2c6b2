import type { ConfirmChannel } from "amqplib";
import { AppError } from "../../../errors.ts";
import type { Lane } from "../port.ts";
import { within } from "./deadline.ts";

/** A quorum queue that has lost its leader never answers. */
const declareMs = 10_000;
/** How often a message may come back from consumers that died with it, before it is set aside. */
const deliveryLimit = 20;
/** Ids of jobs whose rows say the same and more: what is older may go. */
const mostDead = 10_000;

const quorum = { "x-queue-type": "quorum" };

/** One lane's two queues: a job that somebody waits for overtakes the others in a queue of its own. */
export interface LaneQueue {
  exchange: string;
  routingKey: string;
  queue: string;
}

export interface Topology {
  exchange: string;
  queue(lane: Lane, urgent: boolean): LaneQueue;
  /** Declares what all lanes share. */
  declare(channel: ConfirmChannel): Promise<void>;
  declareLane(channel: ConfirmChannel, lane: Lane): Promise<void>;
}

/** All names begin with `prefix`; what keeps installations on one broker apart is the vhost of the address. */
export function topologyOf(prefix: string): Topology {
  const jobs = `${prefix}.jobs`;
  const dead = `${prefix}.dead`;

  function queue(lane: Lane, urgent: boolean): LaneQueue {
    const routingKey = urgent ? `${lane}.urgent` : lane;
    return { exchange: jobs, routingKey, queue: `${prefix}.${routingKey}` };
  }

  async function declare(channel: ConfirmChannel): Promise<void> {
    await channel.assertExchange(jobs, "direct", { durable: true });
    await channel.assertExchange(dead, "fanout", { durable: true });
    await channel.assertQueue(dead, {
      durable: true,
      arguments: { ...quorum, "x-max-length": mostDead },
    });
    await channel.bindQueue(dead, dead, "");
  }

  async function declareLane(channel: ConfirmChannel, lane: Lane): Promise<void> {
    await declare(channel);
    for (const urgent of [true, false]) {
      const { queue: name, routingKey } = queue(lane, urgent);
      await channel.assertQueue(name, {
        durable: true,
        arguments: {
          ...quorum,
          "x-delivery-limit": deliveryLimit,
          "x-dead-letter-exchange": dead,
          "x-dead-letter-strategy": "at-least-once",
          // Without it the strategy is silently not had.
          "x-overflow": "reject-publish",
        },
      });
      await channel.bindQueue(name, jobs, routingKey);
    }
  }

  const checked = (declaring: Promise<void>) =>
    within(declareMs, "declaring the queues", declaring).catch((error: unknown) => {
      throw explained(error);
    });

  return {
    exchange: jobs,
    queue,
    declare: (channel) => checked(declare(channel)),
    declareLane: (channel, lane) => checked(declareLane(channel, lane)),
  };
}

const preconditionFailed = 406;

/** What to do about a queue that somebody declared otherwise. */
function explained(error: unknown): unknown {
  if (!(error instanceof Error && "code" in error && error.code === preconditionFailed)) return error;
  const advice = "Delete that queue or exchange in RabbitMQ; Glimpse declares it anew and loses no job.";
  return new AppError("QUEUE_AWAY", `RabbitMQ holds something of another kind: ${error.message}. ${advice}`, {
    cause: error,
  });
}
