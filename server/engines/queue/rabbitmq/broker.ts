import { type ConfirmChannel, connect } from "amqplib";
import { AppError } from "../../../errors.ts";
import { within } from "./deadline.ts";
import { type KeptChannel, keepChannel } from "./kept-channel.ts";

const connectMs = 5_000;
const closeMs = 500;
/** In seconds. A broker that hangs is given up after two missed heartbeats. */
const heartbeat = 10;
const longestPause = 5_000;

export interface Broker {
  /** Keeps a channel open. `onReady` is called each time that a channel is ready again. */
  keepChannel(setUp: (channel: ConfirmChannel) => Promise<void>, onReady?: () => void): KeptChannel;
  /**
   * Throws AppError QUEUE_AWAY, in the broker's own words, when we know of a problem that keeps us from
   * working with it.
   */
  complain(): void;
  /** Returns true while the broker takes no messages because it is short of memory or disk. */
  isBlocked(): boolean;
  close(): Promise<void>;
}

/**
 * Opens one connection, which reconnects by itself for ever: nothing fails here because the broker is away.
 * `onError` is called once for each problem, until all is well again.
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
  // A "disconnect" event follows, which we handle above.
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
          // While another channel is refused, its reason is not told again.
          if (![...channels].some((each) => each.trouble())) told.clear();
          onReady?.();
        },
        // While the connection is away, its loss has been reported already, so its channels do not report it
        // again.
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

/** Wraps the error for callers, in the broker's own words, which hold no password. */
export function queueAway(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("QUEUE_AWAY", `RabbitMQ (RABBITMQ_URL) is not usable: ${wordsOf(error)}`, {
    cause: error,
  });
}

function wordsOf(error: unknown): string {
  // amqplib keeps no more of the broker's refusal than this.
  if (error instanceof Error && /Expected ConnectionOpenOk; got <ConnectionClose/.test(error.message)) {
    return "the address's vhost does not exist, or its user may not use it";
  }
  // If a host name has several addresses, the error holds one error for each and has no message itself.
  if (error instanceof AggregateError && error.message === "") return error.errors.map(wordsOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}

function withHeartbeat(address: string): string {
  const url = new URL(address);
  if (!url.searchParams.has("heartbeat")) url.searchParams.set("heartbeat", String(heartbeat));
  return url.href;
}
