import { setTimeout as pause } from "node:timers/promises";
import type { ConfirmChannel } from "amqplib";
import { within } from "./deadline.ts";

const closeMs = 500;
const longestPause = 5_000;

/** A channel for one purpose. It is opened and set up anew whenever the channel or the connection is lost. */
export interface KeptChannel {
  /** Returns the present channel; null while none is set up. */
  now(): ConfirmChannel | null;
  /** Resolves with the present channel, or else with the next one. */
  ready(): Promise<ConfirmChannel>;
  /** Gives a channel up for the reason `why`. Does nothing when another channel has replaced it already. */
  renew(channel: ConfirmChannel, why: unknown): void;
  /** Returns why the last channel ended or could not be set up; null once a channel is set up again. */
  trouble(): unknown;
  close(): Promise<void>;
}

export interface ChannelNeeds {
  /** Opens a channel. It may wait for the connection as long as it likes. */
  open(): Promise<ConfirmChannel>;
  /** Prepares a new channel. Every call in it must have a deadline. */
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

  /** Opens a channel and resolves when it has ended; rejects if it ended with an error. */
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
      const startedAt = performance.now();
      try {
        await live();
      } catch (error) {
        if (signal.aborted) return;
        trouble = error;
        onTrouble(error);
      }
      failures = performance.now() - startedAt > longestPause ? 0 : failures + 1;
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

/** Closes a channel. A channel that is closed already throws, which does not matter here. */
async function closed(channel: ConfirmChannel): Promise<void> {
  const closing = async () => channel.close();
  await within(closeMs, "closing a channel", closing()).catch(() => {});
}
