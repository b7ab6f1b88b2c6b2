import type { Caption, ModelCall, ModelServer } from "#server/engines/models/port.ts";
import { ModelAway } from "#server/engines/models/refusal.ts";
import { AppError } from "#server/errors.ts";
import type { DescriberFigures } from "#server/library/describing.ts";
import { createPace, type DescribingPace } from "./pace.ts";
import { createThroughput, type Throughput } from "./throughput.ts";

/** Shares the photos to describe among the model servers. Each server gets as many at once as make it faster. */
export interface Describers {
  /**
   * How many photos are in hand: those that servers are describing, and the next ones, whose pictures are being
   * prepared.
   */
  jobsAtOnce(): number;
  mostJobs: number;
  /** Asks the servers what they can do, and returns whether any can describe. */
  look(): Promise<boolean>;
  /** Says whether any server besides this one can describe, as far as is known. */
  areReadyBeside(server: ModelServer | null): boolean;
  /** Says whether a prepared picture waits for a server. */
  areWaitedFor(): boolean;
  /** Says whether this server describes. */
  uses(server: ModelServer): boolean;
  /** Keeps this server for embedding, and no other one. */
  reserve(server: ModelServer | null): void;
  /** Describes a picture on the next server that is free. Throws as `describe` of the port does. */
  describe(jpeg: Uint8Array, call?: ModelCall): Promise<Caption>;
  /** The figures of each server that is describing. */
  figures(): DescriberFigures[];
  /** Says that describing has stopped for a while. */
  stopped(): void;
}

/** No server for one household gets faster by more requests at once. */
const mostAtOnce = 16;
/** Milliseconds for which a server that was away or busy is left alone, if there are others: doubled each time. */
const leftAlone = { first: 1_500, longest: 30_000 };

interface Used {
  server: ModelServer;
  throughput: Throughput;
  pace: DescribingPace;
  inHand: number;
  ready: boolean;
  /** How often in a row it was away or busy. */
  strikes: number;
  restsUntil: number;
}

interface WaitingCall {
  /** Servers that were away for this call. */
  tried: ReadonlySet<Used>;
  take(used: Used): void;
  giveUp(reason: unknown): void;
}

/**
 * How many more pictures are prepared than servers are describing. One is enough for a slow server; more are needed if
 * preparing takes long compared with describing. A small number keeps the order better.
 */
const spares = { least: 1, most: 16 };

export function createDescribers(servers: readonly ModelServer[], now: () => number): Describers {
  const all = servers.map((server): Used => {
    const throughput = createThroughput({ most: mostAtOnce, now });
    return { server, throughput, pace: createPace(now), inHand: 0, ready: false, strikes: 0, restsUntil: 0 };
  });
  let spare = spares.least;
  let reserved: ModelServer | null = null;
  let waiting: WaitingCall[] = [];

  const isOpen = (used: Used) => used.ready && used.server !== reserved;
  const isFree = (used: Used) => isOpen(used) && used.inHand < used.throughput.limit();
  const share = ({ inHand, throughput }: Used) => inHand / throughput.limit();

  /** Gives free places to those who wait longest. */
  function serve(): void {
    waiting = waiting.filter((call) => {
      const usable = all.filter((used) => used.ready && !call.tried.has(used));
      if (usable.length === 0) {
        call.giveUp(new ModelAway("not-running", "No model server describes just now."));
        return false;
      }
      const [next] = usable.filter(isFree).sort((a, b) => share(a) - share(b));
      if (!next) return true;
      next.inHand++;
      call.take(next);
      return false;
    });
  }

  async function place(tried: ReadonlySet<Used>, signal?: AbortSignal): Promise<Used> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Used>();
    const call: WaitingCall = { tried, take: resolve, giveUp: reject };
    const leave = () => {
      waiting = waiting.filter((other) => other !== call);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", leave, { once: true });
    waiting.push(call);
    serve();
    try {
      return await promise;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  /** Leaves a server alone for a while. The only one is asked again at the next look. */
  function strike(used: Used): void {
    used.ready = false;
    if (all.length === 1) return;
    used.restsUntil = now() + Math.min(leftAlone.longest, leftAlone.first * 2 ** used.strikes);
    used.strikes++;
  }

  /** Prepares more pictures ahead when a server had to wait for one, and fewer when several are left over. */
  function adjustSpare(used: Used): void {
    if (isFree(used)) spare = Math.min(spares.most, spare + 1);
    else if (waiting.length > 1) spare = Math.max(spares.least, spare - 0.1);
  }

  async function ask(used: Used, jpeg: Uint8Array, call: ModelCall): Promise<Caption> {
    const { server, throughput, pace } = used;
    try {
      const caption = await server.describe(jpeg, call);
      throughput.answered(used.inHand >= throughput.limit());
      pace.described();
      used.strikes = 0;
      return caption;
    } catch (error) {
      const isTooMuch = error instanceof ModelAway && ["busy", "out-of-memory"].includes(error.reason);
      if (isTooMuch) throughput.overloaded();
      if (isAway(error) && !call.signal?.aborted) strike(used);
      throw error;
    } finally {
      used.inHand--;
      serve();
      adjustSpare(used);
    }
  }

  async function look(used: Used): Promise<void> {
    if (now() < used.restsUntil) return;
    const { describe } = await used.server.status();
    if (describe.ready) used.ready = now() >= used.restsUntil;
    else strike(used);
  }

  return {
    mostJobs: all.length * mostAtOnce + spares.most,

    jobsAtOnce() {
      const limits = all.filter(isOpen).map(({ throughput }) => throughput.limit());
      const asked = limits.reduce((sum, limit) => sum + limit, 0);
      return asked === 0 ? 0 : asked + Math.round(spare);
    },

    async look() {
      await Promise.all(all.map(look));
      serve();
      return all.some(({ ready }) => ready);
    },

    areReadyBeside: (server) => all.some((used) => used.ready && used.server !== server),

    areWaitedFor: () => waiting.length > 0,

    uses: (server) => all.some((used) => used.server === server && used.ready),

    reserve(server) {
      reserved = server;
      serve();
    },

    async describe(jpeg, call = {}) {
      const tried = new Set<Used>();
      for (;;) {
        const used = await place(tried, call.signal);
        try {
          return await ask(used, jpeg, call);
        } catch (error) {
          const isElsewhere = all.some((other) => other.ready && other !== used && !tried.has(other));
          if (!isAway(error) || call.signal?.aborted || !isElsewhere) throw error;
          tried.add(used);
        }
      }
    },

    figures: () =>
      all
        .map(({ server, throughput, pace, inHand }) => ({
          ...{ address: server.address, atOnce: throughput.limit(), perMinute: rounded(pace.perMinute()) },
          isAtWork: inHand > 0 || pace.perMinute() !== null,
        }))
        .filter(({ isAtWork }) => isAtWork)
        .map(({ address, atOnce, perMinute }) => ({ address, atOnce, perMinute })),

    stopped() {
      for (const { pace } of all) pace.forget();
    },
  };
}

const isAway = (error: unknown) => error instanceof AppError && error.code === "MODEL_AWAY";

/** Rounds to two digits, because more would pretend to be exact. */
const rounded = (perMinute: number | null) => perMinute && Number(perMinute.toPrecision(2));
