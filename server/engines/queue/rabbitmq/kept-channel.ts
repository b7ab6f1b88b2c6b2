import { setTimeout as pause } from "node:timers/promises";
import type { ConfirmChannel } from "amqplib";
import { within } from "./deadline.ts";

const closeMs = 500;
const longestPause = 5_000;

/** A channel for one purpose, opened and set up anew whenever it, or the connection, is lost. */
export interface KeptChannel {
  /** Null while there is none that is set up. */
  now(): ConfirmChannel | null;
  /** The one of now, or the next. */
  ready(): Promise<ConfirmChannel>;
  /** Gives a channel up, and says why; nothing when it is not the one of now any more. */
  renew(channel: ConfirmChannel, why: unknown): void;
  /** Why the last one ended or could not be set up; null since there is one that is. */
  trouble(): unknown;
  close(): Promise<void>;
}

export interface ChannelNeeds {
  /** May wait for the connection, however long. */
  open(): Promise<ConfirmChannel>;
  /** Every call in it has a deadline. */
  setUp(channel: ConfirmChannel): Promise<void>;
  onReady(): void;
  onTrouble(error: unknown): void;
}

export function keepChannel({ open, setUp, onReady, onTrouble }: ChannelNeeds): KeptChannel {
  const ending = new AbortController();
  const { signal } = ending;
  let opened: ConfirmChannel | null = null;
  let current: ConfirmChannel | null = null;
  let next = Promise.withResolvers<ConfirmChannel>();
  let giveUp = (_why: unknown) => {};
  let trouble: unknown = null;

  /** Opens one and resolves when it has ended; rejects with the reason where there is one. */
  async function live(): Promise<void> {
    const channel = await open();
    const gone = Promise.withResolvers<void>();
    gone.promise.catch(() => {});
    opened = channel;
    giveUp = gone.reject;
    channel.on("error", gone.reject);
    channel.on("close", () => {
      if (opened === channel) opened = current = null;
      gone.resolve();
    });
    try {
      if (signal.aborted) return;
      await setUp(channel);
      if (signal.aborted) return;
      if (opened === channel) {
        current = channel;
        trouble = null;
        onReady();
        next.resolve(channel);
        next = Promise.withResolvers();
      }
      await gone.promise;
    } finally {
      if (opened === channel) opened = current = null;
      await closed(channel);
    }
  }

  async function keep(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const startedAt = Date.now();
      try {
        await live();
      } catch (error) {
        if (signal.aborted) return;
        trouble = error;
        onTrouble(error);
      }
      failures = Date.now() - startedAt > longestPause ? 0 : failures + 1;
      await pause(Math.min(50 * 2 ** failures, longestPause), undefined, { signal }).catch(() => {});
    }
  }
  void keep();

  return {
    now: () => current,
    ready: () => (current ? Promise.resolve(current) : next.promise),
    renew(channel, why) {
      if (channel !== opened) return;
      opened = current = null;
      giveUp(why);
    },
    trouble: () => trouble,
    async close() {
      ending.abort();
      if (current) await closed(current);
    },
  };
}

/** One that is closed already says so by an error. */
async function closed(channel: ConfirmChannel): Promise<void> {
  const closing = async () => channel.close();
  await within(closeMs, "closing a channel", closing()).catch(() => {});
}
