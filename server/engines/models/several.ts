import { AppError } from "#server/errors.ts";
import { type Digests, digestThatCounts } from "./digests.ts";
import type { ModelServer, ModelServerStatus, Models, Progress, Readiness } from "./port.ts";
import { ModelAway, otherDigest } from "./refusal.ts";
import { canonicalName } from "./templates.ts";

/** How long we believe what a server said of its models, and that a server is away, in milliseconds. */
const believed = { there: 30_000, away: 5_000 };

type Use = "describe" | "embed" | "converse";

interface Known {
  /** Null if the server does not have the model, undefined while it is away. */
  digest: string | null | undefined;
  at: number;
  asking: Promise<void> | null;
}

const isAway = (error: unknown) => error instanceof AppError && error.code === "MODEL_AWAY";

/** Makes several servers serve as one, as `Models` says. */
export function joinServers(servers: readonly ModelServer[], embedModel: string, digests: Digests): Models {
  /** The server that embeds now, as far as this process has asked. */
  let preferred: ModelServer | null = null;
  const knownOf = new Map(servers.map((server) => [server, new Map<string, Known>()]));

  /** Asks a server for a digest. Only the first call waits for a server that may be away. */
  async function digestOn(server: ModelServer, model: string): Promise<string | null | undefined> {
    const ofServer = knownOf.get(server) ?? new Map<string, Known>();
    const known = ofServer.get(model) ?? { digest: undefined, at: Number.NEGATIVE_INFINITY, asking: null };
    ofServer.set(model, known);
    const isOld =
      performance.now() - known.at > (known.digest === undefined ? believed.away : believed.there);
    if (isOld) known.asking ??= learn(server, model, known);
    if (known.at === Number.NEGATIVE_INFINITY) await known.asking;
    return known.digest;
  }

  async function learn(server: ModelServer, model: string, known: Known): Promise<void> {
    known.digest = await server.digestOf(model).catch(() => undefined);
    known.at = performance.now();
    known.asking = null;
  }

  function missed(server: ModelServer, model: string): void {
    const known = knownOf.get(server)?.get(model);
    if (known) Object.assign(known, { digest: undefined, at: performance.now() });
  }

  /** Returns the servers whose model makes the vectors of the library, in order. */
  async function embedding(model: string): Promise<{ eligible: ModelServer[]; counts: string | null }> {
    const found = await Promise.all(servers.map((server) => digestOn(server, model)));
    const noted = await digests.read(model);
    const counts = digestThatCounts(noted, found);
    if (counts !== null && counts !== noted) await digests.write(model, counts);
    return { counts, eligible: servers.filter((_, at) => counts !== null && found[at] === counts) };
  }

  async function statuses(maxAge?: number, patience?: number): Promise<ModelServerStatus[]> {
    const model = canonicalName(embedModel);
    const [each, { counts }] = await Promise.all([
      Promise.all(servers.map((server) => server.status(maxAge, patience))),
      embedding(model),
    ]);
    return each.map((status, at) => {
      const server = servers[at];
      const digest = server && knownOf.get(server)?.get(model)?.digest;
      const { embed, address } = status;
      if (!embed.ready || typeof digest !== "string" || digest === counts) return status;
      const differs = otherDigest(address, model, digest, counts);
      return { ...status, embed: { ...differs, advice: embed.advice } };
    });
  }

  /** Tries one server after the other, as long as they are away. */
  async function inTurn<T>(
    use: Use,
    candidates: readonly ModelServer[],
    call: (server: ModelServer) => Promise<T>,
    onAway: (server: ModelServer) => void = () => {},
  ): Promise<T> {
    let problem: unknown = null;
    for (const server of candidates) {
      try {
        return await call(server);
      } catch (error) {
        if (!isAway(error)) throw error;
        problem ??= error;
        onAway(server);
      }
    }
    throw problem ?? asAway(best(use, await statuses()));
  }

  async function* onEach(
    model: string,
    work: (server: ModelServer) => AsyncIterable<Progress>,
  ): AsyncGenerator<Progress, void, undefined> {
    const status = await statuses(0);
    const there = servers.filter((_, at) => status[at]?.version !== null);
    const [first] = servers;
    const asked = there.length > 0 || !first ? there : [first];
    for (const [at, server] of asked.entries()) {
      for await (const step of work(server)) {
        // "ready" is passed on only from the last server; for an earlier one it is a step like any other.
        const isEnd = step.step === "ready" && at < asked.length - 1;
        yield {
          ...step,
          step: isEnd ? "look" : step.step,
          status: `${hostOf(server.address)}: ${step.status}`,
        };
      }
    }
    if (asked.length === 0) throw new ModelAway("not-running", `No server has answered for ${model}.`);
  }

  async function embedder(): Promise<ModelServer | null> {
    const { eligible } = await embedding(canonicalName(embedModel));
    const ready: ModelServer[] = [];
    for (const server of eligible) if ((await server.status()).embed.ready) ready.push(server);
    const held = await Promise.all(ready.map((server) => server.holdsBoth()));
    preferred = ready.find((_, at) => held[at] !== false) ?? ready[0] ?? null;
    return preferred;
  }

  /** Returns the servers that may embed: the one that does so now first, then the others in order. */
  async function embedders(model: string): Promise<ModelServer[]> {
    const { eligible } = await embedding(model);
    const isFirst = (server: ModelServer) => Number(server === preferred);
    return eligible.toSorted((a, b) => isFirst(b) - isFirst(a));
  }

  return {
    servers,

    async status(maxAge, patience) {
      const each = await statuses(maxAge, patience);
      const answering = each.find(({ version }) => version !== null) ?? each[0];
      const describe = best("describe", each);
      const converse = best("converse", each);
      const embed = best("embed", each);
      const advice = each[0]?.embed.advice ?? null;
      return {
        ...{ address: answering?.address ?? "", version: answering?.version ?? null },
        ...{ describe, converse, embed: { ...embed, advice }, servers: each },
      };
    },

    embedder,

    describe: async (jpeg, call) =>
      inTurn("describe", await readyFor("describe"), (server) => server.describe(jpeg, call)),

    async embed(texts, role, call = {}) {
      const model = canonicalName(call.model ?? embedModel);
      const eligible = await embedders(model);
      return inTurn(
        "embed",
        eligible,
        (server) => server.embed(texts, role, call),
        (server) => missed(server, model),
      );
    },

    converse: async (messages, schema, call) =>
      inTurn("converse", await readyFor("converse"), (server) => server.converse(messages, schema, call)),

    pull: (model, call) => onEach(model, (server) => server.pull(model, call)),
    prepare: (model, call) => onEach(model, (server) => server.prepare(model, call)),

    async holdsBoth() {
      return (await embedder())?.holdsBoth() ?? null;
    },

    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };

  async function readyFor(use: Use): Promise<ModelServer[]> {
    const each = await statuses();
    return servers.filter((_, at) => each[at]?.[use].ready);
  }
}

const hostOf = (address: string) => new URL(address).host;

/** Returns a use that is ready, or else the problem that a person can do most about: of a server that answers. */
function best(use: Use, each: readonly ModelServerStatus[]): Readiness {
  const found =
    each.find((status) => status[use].ready) ?? each.find(({ version }) => version !== null) ?? each[0];
  if (!found) throw new Error("there is no server");
  return found[use];
}

function asAway(readiness: Readiness): AppError {
  return readiness.ready
    ? new ModelAway("busy", "No model server answers just now.")
    : new ModelAway(readiness.reason, readiness.detail);
}
