import { contextLength } from "./chat.ts";
import { coalesce } from "./coalesce.ts";
import type { OllamaConnection, Timeouts } from "./connection.ts";
import { embedEach, spaceOf } from "./embedding.ts";
import { type Memory, tagged } from "./memory.ts";
import type { ModelCall, Space } from "./port.ts";
import { OllamaRefusal } from "./refusal.ts";
import { canonicalName, copyName, type Role, templateFor } from "./templates.ts";

export interface Embedder {
  /**
   * Embeds as `embed` of the port does; `explain` understands the errors. Documents that come at about the
   * same time share a request; questions are sent at once.
   */
  embed(
    texts: string[],
    role: Role,
    call: ModelCall & { model: string; template?: number },
  ): Promise<{ space: Space; vectors: Float32Array[] }>;
  /**
   * Returns the name under which the server embeds with a model, which is that of its prepared copy if there
   * is one. Waits `silence` milliseconds.
   */
  carrierOf(model: string, silence: number): Promise<string>;
  /** Returns the digest of what embeds with a model; null if the server does not have it. */
  digestOf(model: string, silence: number): Promise<string | null>;
}

/**
 * Grows by a fifth for each thousand characters, because a slow processor needs long for a batch and does not
 * hang.
 */
const patienceFor = (answer: number, texts: string[]) =>
  answer * (1 + Math.floor(texts.reduce((sum, text) => sum + text.length, 0) / 1000) / 5);

export function createEmbedder(connection: OllamaConnection, memory: Memory, timeouts: Timeouts): Embedder {
  const carriers = new Map<string, string>();
  const documents = new Map<string, (text: string, signal?: AbortSignal) => Promise<Float32Array>>();

  async function ask(carrier: string, texts: string[], signal?: AbortSignal): Promise<number[][]> {
    const first = patienceFor(timeouts.answer, texts);
    const patience = { first, next: first, excuse: () => memory.isLoading(carrier) };
    // If the server cut a text, the text would lose the end of its template.
    const request = { model: carrier, input: texts, truncate: false, options: contextLength };
    const { embeddings } = await connection.exchange(patience, ({ ollama }) => ollama.embed(request), signal);
    memory.used(carrier);
    return embeddings;
  }

  async function carrierOf(model: string, silence: number, signal?: AbortSignal): Promise<string> {
    const copy = copyName(model);
    const carrier = copy && (await exists(copy, silence, signal)) ? copy : model;
    carriers.set(model, carrier);
    return carrier;
  }

  /** Looks in the list of models, because asking for a missing one would leave a 404 in the server's log each time. */
  async function exists(model: string, silence: number, signal?: AbortSignal): Promise<boolean> {
    return (await list(silence, signal)).some(({ name }) => tagged(name) === tagged(model));
  }

  async function list(silence: number, signal?: AbortSignal) {
    const patience = { first: silence, next: silence };
    return (await connection.exchange(patience, ({ ollama }) => ollama.list(), signal)).models;
  }

  async function askCarrier(model: string, texts: string[], signal?: AbortSignal): Promise<number[][]> {
    const carrier = carriers.get(model) ?? (await carrierOf(model, timeouts.answer, signal));
    try {
      return await ask(carrier, texts, signal);
    } catch (error) {
      if (!(error instanceof OllamaRefusal && (error.isNoModel || error.isNoEmbeddings))) throw error;
      const other = await carrierOf(model, timeouts.answer, signal);
      if (other === carrier) throw error;
      return ask(other, texts, signal);
    }
  }

  return {
    carrierOf: (model, silence) => carrierOf(canonicalName(model), silence),

    async digestOf(model, silence) {
      const name = canonicalName(model);
      const there = new Map((await list(silence)).map((each) => [tagged(each.name), each.digest]));
      const copy = copyName(name);
      return (copy && there.get(tagged(copy))) ?? there.get(tagged(name)) ?? null;
    },

    async embed(texts, role, { signal, ...call }) {
      const model = canonicalName(call.model);
      const { version, wrap } = templateFor(model, call.template);
      const send = (some: string[], stop?: AbortSignal) =>
        embedEach(some, wrap[role], (wrapped) => askCarrier(model, wrapped, stop));
      let vectors: Float32Array[];
      if (role === "query") {
        vectors = (await send(texts, signal)).map(resultOf);
      } else {
        const key = `${model}@${version}`;
        const embedOne = documents.get(key) ?? coalesce(send);
        documents.set(key, embedOne);
        vectors = await Promise.all(texts.map((text) => embedOne(text, signal)));
      }
      return { space: spaceOf(model, version, vectors), vectors };
    },
  };
}

function resultOf<Value>(outcome: PromiseSettledResult<Value>): Value {
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
