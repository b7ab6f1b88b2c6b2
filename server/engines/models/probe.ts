import { setTimeout as wait } from "node:timers/promises";
import type { AppError } from "#server/errors.ts";
import type { Connection } from "./connection.ts";
import type { ModelsStatus, Readiness } from "./port.ts";
import { explain, ModelAway, notOllama, noVision, noWords } from "./refusal.ts";

export interface ModelCard {
  capabilities: ReadonlySet<string>;
  /** Changes when the model of this name is pulled or made again. */
  modifiedAt: string;
}

/**
 * Asks what a model is; throws what `explain` understands. Never leave this out before sending a picture: up to 0.24
 * a model without vision ignores the picture and invents a caption.
 */
export async function cardOf(
  connection: Connection,
  model: string,
  silence: number,
  signal?: AbortSignal,
): Promise<ModelCard> {
  const patience = { first: silence, next: silence };
  const shown = await connection.exchange(patience, (ollama) => ollama.show({ model }), signal);
  return { capabilities: new Set(shown.capabilities), modifiedAt: String(shown.modified_at) };
}

/** Throws MODEL_AWAY, with what to do, when the model cannot write (or see, where `sees`). */
export function requireAbility(card: ModelCard, model: string, sees: boolean): void {
  if (!card.capabilities.has("completion")) throw noWords(model);
  if (sees && !card.capabilities.has("vision")) throw noVision(model);
}

export interface Probed {
  address: string;
  visionModel: string;
  embedModel: string;
  chatModel: string;
  /** Milliseconds for each request of a probe. */
  deadline: number;
  /** Embeds one short text, waiting out a cold load. */
  tryEmbedding: () => Promise<unknown>;
}

/** Remembers what a real embedding showed, so that asking again costs none until the server or the model changes. */
interface Trial {
  key: string;
  running: Promise<void> | null;
  /** null: it works. undefined: not known yet. */
  problem: AppError | null | undefined;
}

/** `status` of the port. Never throws; callers at the same time share one probe. */
export function createProbe(
  connection: Connection,
  probed: Probed,
): (maxAge?: number) => Promise<ModelsStatus> {
  const { address, visionModel, embedModel, chatModel, deadline } = probed;
  const { host } = connection;
  let known: { at: number; status: ModelsStatus } | null = null;
  let asking: Promise<ModelsStatus> | null = null;
  let trial: Trial | null = null;

  async function readiness(model: string, version: string, check: () => Promise<void>): Promise<Readiness> {
    try {
      await check();
      return { ready: true, model };
    } catch (error) {
      return unready(model, explain(error, { host, model, version }));
    }
  }

  async function checkEmbedding(version: string): Promise<void> {
    const { modifiedAt } = await cardOf(connection, embedModel, deadline);
    const key = `${version} ${modifiedAt}`;
    if (trial?.key !== key) trial = { key, running: null, problem: undefined };
    const current = trial;
    const isSettled =
      current.problem === null ||
      (current.problem instanceof ModelAway && current.problem.reason === "no-embeddings");
    if (!isSettled && !current.running) {
      current.running = probed
        .tryEmbedding()
        .then(
          () => null,
          (error: unknown) => explain(error, { host, model: embedModel, version }),
        )
        .then((problem) => {
          current.problem = problem;
          current.running = null;
        });
      // A model that is still loading has not said no.
      await Promise.race([current.running, wait(deadline, undefined, { ref: false })]);
    }
    if (current.problem) throw current.problem;
  }

  async function askVersion(): Promise<string> {
    const patience = { first: deadline, next: deadline };
    const { version } = await connection.exchange(patience, (ollama) => ollama.version());
    if (typeof version !== "string") throw notOllama(host);
    return version;
  }

  async function checkWriting(model: string, sees: boolean): Promise<void> {
    requireAbility(await cardOf(connection, model, deadline), model, sees);
  }

  async function probe(): Promise<ModelsStatus> {
    try {
      const version = await askVersion();
      const [describe, embed, converse] = await Promise.all([
        readiness(visionModel, version, () => checkWriting(visionModel, true)),
        readiness(embedModel, version, () => checkEmbedding(version)),
        readiness(chatModel, version, () => checkWriting(chatModel, false)),
      ]);
      return { address, version, describe, embed, converse };
    } catch (error) {
      const problem = explain(error, { host, model: "Ollama" });
      return {
        address,
        version: null,
        describe: unready(visionModel, problem),
        embed: unready(embedModel, problem),
        converse: unready(chatModel, problem),
      };
    }
  }

  return async (maxAge = 5_000) => {
    if (known && performance.now() - known.at < maxAge) return known.status;
    asking ??= probe().finally(() => {
      asking = null;
    });
    const status = await asking;
    known = { at: performance.now(), status };
    return status;
  };
}

/** A server that is busy is a server that works. */
function unready(model: string, problem: AppError): Readiness {
  const reason = problem instanceof ModelAway ? problem.reason : "failing";
  return reason === "busy"
    ? { ready: true, model }
    : { ready: false, model, reason, detail: problem.message };
}
