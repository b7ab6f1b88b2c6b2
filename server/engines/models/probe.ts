import { cardOf, requireAbility } from "./card.ts";
import type { OllamaConnection } from "./connection.ts";
import type { ModelServer, ModelServerStatus, Readiness, Remedy } from "./port.ts";
import { isReadable } from "./prepare.ts";
import { asAppError, commandToPrepare, helpsToCopy, ModelAway, notOllama } from "./refusal.ts";
import { adviceFor, canonicalName } from "./templates.ts";
import type { ModelTrial } from "./trial.ts";

export interface Probed {
  address: string;
  visionModel: string;
  embedModel: string;
  chatModel: string;
  /** Milliseconds for each request of a probe. */
  deadline: number;
  /** Returns the name under which the server embeds with the embedding model. */
  carrier: () => Promise<string>;
  trials: { see: ModelTrial; embed: ModelTrial };
}

/** Makes `status` of the port. It never throws, and calls at the same time share one probe. */
export function createProbe(connection: OllamaConnection, probed: Probed): ModelServer["status"] {
  const { address, visionModel, chatModel, deadline, trials } = probed;
  const embedModel = canonicalName(probed.embedModel);
  const { host } = connection;
  let known: { at: number; keep: number; status: ModelServerStatus } | null = null;
  let asking: Promise<ModelServerStatus> | null = null;

  async function readiness(model: string, check: () => Promise<void>): Promise<Readiness> {
    try {
      await check();
      return { ready: true, model };
    } catch (error) {
      return unready(model, error);
    }
  }

  /** A busy server counts as ready, because it works. */
  async function unready(model: string, error: unknown): Promise<Readiness> {
    const problem = asAppError(error, { host, version: connection.version, model });
    const reason = problem instanceof ModelAway ? problem.reason : "failing";
    if (reason === "busy") return { ready: true, model };
    const plain = { ready: false as const, model, reason, detail: problem.message };
    if (reason === "not-pulled") {
      const remedy: Remedy = { action: "pull", model, here: true, command: `ollama pull ${model}` };
      return { ...plain, remedy };
    }
    if (reason === "no-embeddings" && helpsToCopy(model, connection.version))
      return { ...plain, ...(await preparing(model)) };
    return { ...plain, remedy: null };
  }

  async function preparing(model: string): Promise<{ detail: string; remedy: Remedy }> {
    const file = await cardOf(connection, model, deadline).then(
      (card) => card.file,
      () => null,
    );
    const here = file !== null && (await isReadable(file));
    const command = commandToPrepare(model, file ?? "FILE");
    const why = `Ollama ${connection.version} embeds with ${model} only through a copy of it`;
    const detail = here
      ? `${why}, which Glimpse can make.`
      : `${why}, and its file cannot be read from here. Where it can, run: ${command}`;
    return { detail, remedy: { action: "prepare", model, here, command } };
  }

  async function checkSeeing(patience: number): Promise<void> {
    const card = await cardOf(connection, visionModel, deadline);
    requireAbility(card, visionModel, true);
    await trials.see.check(`${connection.version} ${card.modifiedAt}`, patience);
  }

  async function checkEmbedding(patience: number): Promise<void> {
    const carrier = await probed.carrier();
    const { modifiedAt } = await cardOf(connection, carrier, deadline);
    await trials.embed.check(`${connection.version} ${carrier} ${modifiedAt}`, patience);
  }

  async function checkWriting(): Promise<void> {
    requireAbility(await cardOf(connection, chatModel, deadline), chatModel, false);
  }

  async function askVersion(): Promise<void> {
    const patience = { first: deadline, next: deadline };
    const { version } = await connection.exchange(patience, ({ ollama }) => ollama.version());
    if (typeof version !== "string") throw notOllama(host);
    connection.version = version;
  }

  async function probe(patience: number): Promise<ModelServerStatus> {
    const advice = adviceFor(embedModel);
    try {
      await askVersion();
    } catch (error) {
      connection.version = null;
      const problem = asAppError(error, { host, model: "Ollama" });
      const [describe, embed, converse] = await Promise.all([
        unready(visionModel, problem),
        unready(embedModel, problem),
        unready(chatModel, problem),
      ]);
      return { address, version: null, describe, embed: { ...embed, advice }, converse };
    }
    const [describe, embed, converse] = await Promise.all([
      readiness(visionModel, () => checkSeeing(patience)),
      readiness(embedModel, () => checkEmbedding(patience)),
      readiness(chatModel, checkWriting),
    ]);
    return { address, version: connection.version, describe, embed: { ...embed, advice }, converse };
  }

  return async (maxAge = 5_000, patience = deadline) => {
    if (known && performance.now() - known.at < Math.min(maxAge, known.keep)) return known.status;
    const began = performance.now();
    asking ??= probe(patience).finally(() => {
      asking = null;
    });
    const status = await asking;
    const at = performance.now();
    const isGood = [status.describe, status.embed, status.converse].every(({ ready }) => ready);
    // After a failure we ask again soon, but a hanging server must not cost its full deadline each time.
    known = { at, keep: isGood ? Number.POSITIVE_INFINITY : 500 + 3 * (at - began), status };
    return status;
  };
}
