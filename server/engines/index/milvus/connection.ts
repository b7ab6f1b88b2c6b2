import { setTimeout as pause } from "node:timers/promises";
import { logger, MilvusClient } from "@zilliz/milvus2-sdk-node";
import { AppError } from "#server/errors.ts";

// At some levels the SDK prints every request, with the person's question in it. We report failures
// ourselves.
logger.silent = true;

/**
 * Milliseconds that a call may take in all while the server is alive, and milliseconds that the server may be
 * silent. A person waits for a search; a writer can bear a busy server.
 */
const patience = {
  search: { all: 30_000, silence: 1_800 },
  write: { all: 60_000, silence: 5_000 },
  prepare: { all: 120_000, silence: 10_000 },
} as const;

/** After this many milliseconds of waiting we ask the server for a sign of life. */
const lookAfter = 800;

/**
 * Milliseconds before we try again when the connection broke or was refused. Everything we ask can safely be
 * asked twice.
 */
const pauseBeforeRetry = 250;

/** A call with a deadline: `remaining` tells how many milliseconds are left for the next request. */
export interface Call {
  client: MilvusClient;
  remaining(): number;
}

export interface MilvusConnection {
  /** Returns true for Milvus Lite, which names itself in its version. */
  isLite(): Promise<boolean>;
  /**
   * Runs `talk` for as long as the patience for its kind lasts. Throws the reason of `signal`; AppError
   * INDEX_AWAY when there is no connection, when the server hangs (for a search within 3 s) or when it
   * refuses; and the AppErrors of `talk`.
   */
  run<T>(kind: keyof typeof patience, talk: (call: Call) => Promise<T>, signal?: AbortSignal): Promise<T>;
  close(): Promise<void>;
}

/**
 * Connects with the first call, and again after a failure, so that the program can start without the server.
 */
export function connectMilvus({ url, token }: { url: string; token: string | null }): MilvusConnection {
  const { address, host } = addressOf(url);
  let connecting: Promise<MilvusClient> | null = null;
  let lite: boolean | null = null;
  let closed = false;

  async function open(): Promise<MilvusClient> {
    const client = new MilvusClient({
      address,
      ...(token ? { token } : {}),
      timeout: patience.prepare.silence,
      maxRetries: 0,
      telemetry: { enabled: false },
      // Each call may have its own client, so that a sign of life never queues behind a slow call. They share
      // connections.
      pool: { min: 1, max: 1_000 },
      channelOptions: {
        "grpc.initial_reconnect_backoff_ms": 100,
        // With the library's own limit of two minutes we would miss a server that is back for long.
        "grpc.max_reconnect_backoff_ms": 1_000,
      },
    });
    try {
      await client.connectPromise;
      return client;
    } catch (error) {
      await client.closeConnection();
      throw error;
    }
  }

  async function connected(): Promise<MilvusClient> {
    if (closed) throw new AppError("INDEX_AWAY", "The search index is closed");
    if (!connecting) {
      const attempt = open();
      connecting = attempt;
      attempt.catch(() => {
        if (connecting === attempt) connecting = null;
      });
    }
    return connecting;
  }

  let looking: Promise<boolean> | null = null;

  /** Returns true if the server says anything at all. All waiting calls share one such check. */
  function isAlive(within: number): Promise<boolean> {
    looking ??= connected()
      .then(async (client) => (await answered(client.getVersion())).version !== "")
      .catch(() => false)
      .finally(() => {
        looking = null;
      });
    return Promise.race([looking, pause(within, false, { ref: false })]);
  }

  /**
   * Returns the result of `work`, or rejects when it is not worth waiting for any longer. A later result of
   * `work` is ignored.
   */
  async function attended<T>(
    work: Promise<T>,
    { deadline, silence }: { deadline: number; silence: number },
    signal?: AbortSignal,
  ): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    const giveUp = () => reject(signal?.reason);
    signal?.addEventListener("abort", giveUp, { once: true });
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    const look = async () => {
      const why =
        performance.now() >= deadline ? "took too long" : (await isAlive(silence)) ? null : "does not answer";
      if (why) reject(new AppError("INDEX_AWAY", `The search index is away: Milvus at ${host} ${why}`));
      else if (!isOver) timer = setTimeout(look, lookAfter);
    };
    timer = setTimeout(look, lookAfter);
    try {
      return await Promise.race([work, promise]);
    } finally {
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      work.catch(() => {});
    }
  }

  async function run<T>(
    kind: keyof typeof patience,
    talk: (call: Call) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const { all, silence } = patience[kind];
    const deadline = performance.now() + all;
    const remaining = () => Math.max(1, deadline - performance.now());

    async function attempt(): Promise<T> {
      try {
        return await talk({ client: await connected(), remaining });
      } catch (error) {
        if (!isUnavailable(error) || remaining() <= pauseBeforeRetry) throw error;
        await pause(pauseBeforeRetry);
        return talk({ client: await connected(), remaining });
      }
    }

    try {
      return await attended(attempt(), { deadline, silence }, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw away(host, error);
    }
  }

  return {
    run,
    async isLite() {
      lite ??= await run("prepare", async ({ client }) =>
        /lite/i.test((await answered(client.getVersion())).version),
      );
      return lite;
    },
    async close() {
      closed = true;
      const ended = connecting?.then((client) => client.closeConnection()).catch(() => null);
      // Closing waits for all open calls, which takes long if the server hangs.
      await Promise.race([ended, pause(lookAfter, undefined, { ref: false })]);
    },
  };
}

/** Completes the address, because the SDK cannot cope with a slash at the end or a missing port. */
function addressOf(url: string): { address: string; host: string } {
  const { protocol, hostname } = new URL(url);
  const given = /:(\d+)\/?$/.exec(url)?.[1];
  const host = `${hostname}:${given ?? (protocol === "https:" ? "443" : "19530")}`;
  return { address: `${protocol}//${host}`, host };
}

interface Status {
  error_code?: string | number;
  code?: number;
  reason?: string;
}

/** An error with which the server refused a request. `code` is the server's number, or -1 if it gave none. */
export class MilvusRefusal extends Error {
  readonly code: number;

  constructor({ reason, code, error_code }: Status) {
    // A filter quoted by the server holds people's words between quotes. These must not get into a log.
    super(reason?.replace(/"[^"]*"/g, '"…"') || `status ${code ?? error_code ?? "missing"}`);
    this.name = "Refusal";
    this.code = Number(code ?? error_code) || -1;
  }

  /** The collection is not there. */
  get isMissing(): boolean {
    return (
      this.code === 100 ||
      /collection.*(does not exist|not found|not exist)|can't find coll/i.test(this.message)
    );
  }

  /**
   * True if the collection exists but is not in memory. This is how Milvus Lite leaves it after a restart.
   */
  get isReleased(): boolean {
    return this.code === 101 || /not (been )?loaded|call load\(\)/i.test(this.message);
  }
}

/**
 * Returns the answer if its status is good, and throws a Refusal otherwise. A server refuses by a status in
 * its answer; the SDK sometimes throws that answer; and an RPC that the server does not know returns an
 * answer without a status.
 */
export async function answered<T extends object>(asked: Promise<T>): Promise<T> {
  const answer = await asked.catch((error: unknown) => {
    if (error instanceof Error) throw error;
    const status = statusOf(error);
    throw status ? new MilvusRefusal(status) : new Error(String(error));
  });
  const status = statusOf(answer);
  if (status?.code !== 0 || !["Success", 0].includes(status.error_code ?? 0)) {
    throw new MilvusRefusal(status ?? {});
  }
  return answer;
}

function statusOf(answer: unknown): Status | null {
  if (typeof answer !== "object" || answer === null) return null;
  const status = "status" in answer ? answer.status : answer;
  return typeof status === "object" && status !== null && ("code" in status || "error_code" in status)
    ? (status as Status)
    : null;
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Error && !(error instanceof MilvusRefusal) && "code" in error && error.code === 14;
}

function away(host: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const words = error instanceof Error ? error.message : String(error);
  // We show only the part of gRPC's long sentence that says what happened.
  const refused = isUnavailable(error) && (/connect E\w+|\bE[A-Z]{5,}\b/.exec(words)?.[0] ?? "no connection");
  const said = refused ? `does not answer (${refused})` : `says: ${words}`;
  return new AppError("INDEX_AWAY", `The search index is away: Milvus at ${host} ${said}`, { cause: error });
}
