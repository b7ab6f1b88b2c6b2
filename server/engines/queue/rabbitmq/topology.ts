import type { ConfirmChannel } from "amqplib";
import { AppError } from "../../../errors.ts";
import type { Lane } from "../port.ts";
import { within } from "./deadline.ts";

/** We need a limit, because a quorum queue that has lost its leader never answers. */
const declareMs = 10_000;
/** A message is set aside after it came back this often from consumers that died. */
const deliveryLimit = 20;
/** The dead queue may drop its oldest entries, because they are only ids of jobs and the rows say more. */
const mostDead = 10_000;

const quorum = { "x-queue-type": "quorum" };

/**
 * One of the two queues of a lane. Jobs that somebody waits for have a queue of their own and so overtake the
 * others.
 */
export interface LaneQueue {
  exchange: string;
  routingKey: string;
  queue: string;
}

export interface Topology {
  exchange: string;
  queue(lane: Lane, urgent: boolean): LaneQueue;
  /** Declares the exchange and the queue that all lanes use. */
  declare(channel: ConfirmChannel): Promise<void>;
  declareLane(channel: ConfirmChannel, lane: Lane): Promise<void>;
}

/**
 * Builds the names, which all begin with `prefix`. Installations on one broker are kept apart by the vhost of
 * their address.
 */
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
          // Without this RabbitMQ silently ignores the dead-letter strategy.
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

/** Explains how to resolve a conflict with a queue that somebody declared differently. */
function explained(error: unknown): unknown {
  if (!(error instanceof Error && "code" in error && error.code === preconditionFailed)) return error;
  const advice = "Delete that queue or exchange in RabbitMQ; Glimpse declares it anew and loses no job.";
  return new AppError("QUEUE_AWAY", `RabbitMQ holds something of another kind: ${error.message}. ${advice}`, {
    cause: error,
  });
}
