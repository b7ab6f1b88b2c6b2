import { type ConfirmChannel, connect } from "amqplib";
import { AppError } from "../../../errors.ts";
import { within } from "./deadline.ts";
import { type KeptChannel, keepChannel } from "./kept-channel.ts";

const connectMs = 5_000;
const closeMs = 500;
/** Seconds; a broker that hangs is given up after two of them. */
const heartbeat = 10;
const longestPause = 5_000;

export interface Broker {
  /** `onReady` is called each time that there is one again. */
  keepChannel(setUp: (channel: ConfirmChannel) => Promise<void>, onReady?: () => void): KeptChannel;
  /** Throws AppError QUEUE_AWAY in the broker's own words when something is known to keep us from working with it. */
  complain(): void;
  /** Whether it is short of memory or disk, and takes no messages. */
  isBlocked(): boolean;
  close(): Promise<void>;
}

/**
 * One connection, which comes back for ever by itself: nothing fails here because the broker is away. `onError` hears of
 * each trouble once, until all is well again.
 */
export async function openBroker(url: string, onError: (error: AppError) => void): Promise<Broker> {
  const connection = await connect(withHeartbeat(url), {
    timeout: connectMs,
    noDelay: true,
    recovery: { waitForConnect: false, maxDelay: longestPause },
  });
  const told = new Set<string>();
  const channels = new Set<KeptChannel>();
  let away: unknown = null;
  let blocked: unknown = null;

  function tell(error: unknown): void {
    const { message } = queueAway(error);
    if (told.has(message)) return;
    told.add(message);
    onError(queueAway(error));
  }

  function onAway(error: Error): void {
    away = error;
    blocked = null;
    tell(error);
  }
  connection.on("connect-failed", onAway);
  connection.on("disconnect", onAway);
  // "disconnect" follows.
  connection.on("error", () => {});
  connection.on("connect", () => {
    away = null;
  });
  connection.on("blocked", (reason) => {
    blocked = new Error(`it takes no messages (${reason})`);
    tell(blocked);
  });
  connection.on("unblocked", () => {
    blocked = null;
  });

  return {
    keepChannel(setUp, onReady) {
      const kept = keepChannel({
        open: () => connection.createConfirmChannel(),
        setUp,
        onReady() {
          told.clear();
          onReady?.();
        },
        // The end of the connection is told once, and not again by each of its channels.
        onTrouble: (error) => away ?? tell(error),
      });
      channels.add(kept);
      const close = async () => {
        channels.delete(kept);
        await kept.close();
      };
      return { ...kept, close };
    },
    complain() {
      const trouble = away ?? blocked ?? [...channels].map((kept) => kept.trouble()).find(Boolean);
      if (trouble) throw queueAway(trouble);
    },
    isBlocked: () => blocked !== null,
    async close() {
      await Promise.all([...channels].map((kept) => kept.close()));
      await within(closeMs, "closing the connection", connection.close()).catch(() => {});
    },
  };
}

/** The error as callers see it, in the broker's own words; they hold no password. */
export function queueAway(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("QUEUE_AWAY", `RabbitMQ (RABBITMQ_URL) is not usable: ${wordsOf(error)}`, {
    cause: error,
  });
}

function wordsOf(error: unknown): string {
  // All that is left of the broker's refusal by then.
  if (error instanceof Error && /Expected ConnectionOpenOk; got <ConnectionClose/.test(error.message)) {
    return "the address's vhost does not exist, or its user may not use it";
  }
  // A name with several addresses fails with all of their errors, and says nothing itself.
  if (error instanceof AggregateError && error.message === "") return error.errors.map(wordsOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}

function withHeartbeat(address: string): string {
  const url = new URL(address);
  if (!url.searchParams.has("heartbeat")) url.searchParams.set("heartbeat", String(heartbeat));
  return url.href;
}
