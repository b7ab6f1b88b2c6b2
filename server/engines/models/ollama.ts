import type { ChatRequest } from "ollama";
import { AppError } from "#server/errors.ts";
import { blame, type Flaw, flawOf, longestCaption, prompt, tidy, tries } from "./caption.ts";
import { connect } from "./connection.ts";
import { embedTexts, spaceOf } from "./embedding.ts";
import type { Models } from "./port.ts";
import { cardOf, createProbe, requireAbility } from "./probe.ts";
import { explain } from "./refusal.ts";
import { switchedOff } from "./switched-off.ts";

/** Milliseconds of silence after which a server counts as hung. */
export interface Timeouts {
  /** Each request of a status probe. */
  probe: number;
  /** An answer that comes as a whole: embeddings, what a model is. */
  answer: number;
  /** Loading the model, waiting in its queue and reading the prompt all count here. */
  firstToken: number;
  nextToken: number;
}

const defaultTimeouts: Timeouts = { probe: 2_000, answer: 120_000, firstToken: 300_000, nextToken: 60_000 };

export interface OllamaOptions {
  /** With scheme and port, no slash at the end. */
  address: string;
  visionModel: string;
  embedModel: string;
  chatModel: string;
  mode: "auto" | "off";
  timeouts?: Partial<Timeouts>;
}

/** The same for every request: another context length would load the model again. */
const context = { num_ctx: 4096 };
const longestReply = 512;

/** Models of an Ollama server (0.9 to 0.32). Makes no request until it is asked something. */
export function createOllama(options: OllamaOptions): Models {
  if (options.mode === "off") return switchedOff(options);
  const { address, visionModel, embedModel, chatModel } = options;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const connection = connect(address);
  const status = createProbe(connection, {
    address,
    visionModel,
    embedModel,
    chatModel,
    deadline: timeouts.probe,
    tryEmbedding: () => embedTexts(["a dog on a beach"], (texts) => askEmbeddings(texts, embedModel)),
  });

  async function chat(
    request: ChatRequest,
    sees: boolean,
    signal?: AbortSignal,
  ): Promise<{ text: string; cut: boolean }> {
    const card = await cardOf(connection, request.model, timeouts.answer, signal);
    requireAbility(card, request.model, sees);
    // Thought would use up the tokens; a model that knows no thinking may refuse the word.
    const think = card.capabilities.has("thinking") ? false : undefined;
    const patience = { first: timeouts.firstToken, next: timeouts.nextToken };
    return connection.exchange(
      patience,
      async (ollama, heard) => {
        let text = "";
        let cut = false;
        for await (const part of await ollama.chat({ ...request, think, stream: true })) {
          heard();
          text += part.message.content;
          cut = part.done_reason === "length";
        }
        return { text, cut };
      },
      signal,
    );
  }

  async function askEmbeddings(texts: string[], model: string, signal?: AbortSignal): Promise<number[][]> {
    const patience = { first: timeouts.answer, next: timeouts.answer };
    const request = { model, input: texts, options: context };
    return (await connection.exchange(patience, (ollama) => ollama.embed(request), signal)).embeddings;
  }

  /** Errors become ours; the caller's own signal keeps its reason. */
  async function explained<T>(
    model: string,
    signal: AbortSignal | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw explain(error, { host: connection.host, model });
    }
  }

  return {
    status,

    describe: (jpeg, { signal } = {}) =>
      explained(visionModel, signal, async () => {
        const flaws: Flaw[] = [];
        for (const attempt of tries) {
          const messages = [{ role: "user", content: prompt, images: [jpeg] }];
          const options = { ...context, ...attempt, num_predict: longestCaption };
          const { text, cut } = await chat({ model: visionModel, messages, options }, true, signal);
          const caption = tidy(text, cut);
          const flaw = flawOf(caption);
          if (flaw === null) return { text: caption, model: visionModel };
          flaws.push(flaw);
        }
        throw new AppError("MODEL_FAILED", blame(flaws));
      }),

    embed: (texts, _role, { signal, model = embedModel } = {}) =>
      explained(model, signal, async () => {
        if (texts.length === 0 || texts.some((text) => text.trim() === "")) {
          throw new AppError("BAD_REQUEST", "There is no text to embed.");
        }
        const vectors = await embedTexts(texts, (some) => askEmbeddings(some, model, signal));
        return { space: spaceOf(model, vectors[0]?.length ?? 0), vectors };
      }),

    converse: (messages, schema, { signal } = {}) =>
      explained(chatModel, signal, async () => {
        const options = { ...context, temperature: 0, num_predict: longestReply };
        const { text } = await chat({ model: chatModel, messages, format: schema, options }, false, signal);
        try {
          return JSON.parse(text);
        } catch (cause) {
          throw new AppError("MODEL_FAILED", `${chatModel} did not answer in the form it was asked for.`, {
            cause,
          });
        }
      }),

    close: () => connection.close(),
  };
}
