import { AppError } from "#server/errors.ts";
import { prompt, sheetPrompt } from "./caption/prompts.ts";
import { type Flaw, readAnswer } from "./caption/read-answer.ts";
import { longestCaption, NoCaption, rawOf, tries } from "./caption/tries.ts";
import { contextLength, createChat } from "./chat.ts";
import { connectOllama, type Timeouts } from "./connection.ts";
import { createEmbedder } from "./embedder.ts";
import { createMemory } from "./memory.ts";
import type { Caption, ModelServer, Progress } from "./port.ts";
import { prepareModel } from "./prepare.ts";
import { createProbe } from "./probe.ts";
import { pull } from "./pull.ts";
import { asAppError, ModelAway } from "./refusal.ts";
import { recommendedEmbedder } from "./templates.ts";
import { createTrial, type ModelTrial } from "./trial.ts";
import { trialPicture } from "./trial-picture.ts";

const defaultTimeouts: Timeouts = { probe: 2_000, answer: 120_000, firstToken: 300_000, nextToken: 60_000 };

export interface OllamaModels {
  visionModel: string;
  embedModel: string;
  chatModel: string;
  timeouts?: Partial<Timeouts>;
}

const longestReply = 512;
/** In tokens. A trial only checks that there is an answer, not what it says. */
const longestTrial = 4;

/**
 * Uses the models of one Ollama server (0.9 to 0.32), whose address has scheme and port, but no slash at the end.
 * Makes no request until it is asked for something.
 */
export function connectServer(address: string, options: OllamaModels): ModelServer {
  const { visionModel, embedModel, chatModel } = options;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const connection = connectOllama(address);
  const memory = createMemory(connection, timeouts.probe);
  const embedder = createEmbedder(connection, memory, timeouts);
  const chat = createChat(connection, memory, timeouts);
  const explained = (error: unknown, model: string) =>
    asAppError(error, { host: connection.host, version: connection.version, model });

  const look = (jpeg: Uint8Array, content: string, how: Record<string, number>, signal?: AbortSignal) => {
    const messages = [{ role: "user", content, images: [jpeg] }];
    return chat({ model: visionModel, messages, options: { ...contextLength, ...how } }, true, signal);
  };
  const trying = (model: string, setting: string, better: string, work: () => Promise<unknown>) =>
    createTrial(() =>
      work().then(
        () => null,
        (error: unknown) => {
          const problem = explained(error, model);
          if (problem.code !== "MODEL_FAILED") return problem;
          const advice = `If it stays so, update Ollama, or set ${setting} to another model, such as ${better}.`;
          const detail = `${problem.message.replace(/\.?\s*$/, ".")} ${advice}`;
          return new AppError("MODEL_FAILED", detail, { cause: error });
        },
      ),
    );
  const trials = {
    see: trying(visionModel, "GLIMPSE_VISION_MODEL", "qwen2.5vl", () =>
      look(trialPicture, prompt, { num_predict: longestTrial, temperature: 0 }),
    ),
    embed: trying(embedModel, "GLIMPSE_EMBED_MODEL", recommendedEmbedder, () =>
      embedder.embed(["a dog on a beach"], "query", { model: embedModel }),
    ),
  };
  const status = createProbe(connection, {
    address,
    visionModel,
    embedModel,
    chatModel,
    deadline: timeouts.probe,
    carrier: () => embedder.carrierOf(embedModel, timeouts.probe),
    trials,
  });

  /** Turns errors into ours; an abort keeps the reason of the caller's own signal. */
  async function explaining<T>(
    model: string,
    signal: AbortSignal | undefined,
    work: () => Promise<T>,
    trial?: ModelTrial,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      const problem = explained(error, model);
      if (problem instanceof ModelAway && problem.reason === "out-of-memory") trial?.learn(problem);
      throw problem;
    }
  }

  async function* explainingAll(
    model: string,
    signal: AbortSignal | undefined,
    parts: AsyncIterable<Progress>,
  ): AsyncGenerator<Progress, void, undefined> {
    try {
      yield* parts;
    } catch (error) {
      signal?.throwIfAborted();
      throw explained(error, model);
    }
  }

  async function describe(jpeg: Uint8Array, isSheet: boolean, signal?: AbortSignal): Promise<Caption> {
    const flaws: Flaw[] = [];
    const answers: string[] = [];
    for (const { prompt, options } of tries) {
      const said = await look(
        jpeg,
        isSheet ? sheetPrompt + prompt : prompt,
        { ...options, num_predict: longestCaption },
        signal,
      );
      answers.push(said.text);
      const { text, flaw } = readAnswer(said.text, said.cut);
      if (flaw === null && !said.looped) {
        const raw = rawOf(answers);
        return { text, model: visionModel, raw: raw === text ? null : raw };
      }
      flaws.push(said.looped || flaw === null ? "loop" : flaw);
    }
    throw new NoCaption(flaws, answers);
  }

  return {
    address,
    status,
    digestOf: (model) => embedder.digestOf(model, timeouts.probe),

    describe: (jpeg, { signal, isSheet = false } = {}) =>
      explaining(visionModel, signal, () => describe(jpeg, isSheet, signal), trials.see),

    embed: (texts, role, { signal, model = embedModel, template } = {}) => {
      const embed = async () => {
        if (texts.length === 0 || texts.some((text) => text.trim() === "")) {
          throw new AppError("BAD_REQUEST", "There is no text to embed.");
        }
        return embedder.embed(texts, role, { signal, model, template });
      };
      return explaining(model, signal, embed, model === embedModel ? trials.embed : undefined);
    },

    converse: (messages, schema, { signal, longest = longestReply } = {}) =>
      explaining(chatModel, signal, async () => {
        const settings = { ...contextLength, temperature: 0, num_predict: longest };
        const request = { model: chatModel, messages, format: schema, options: settings };
        const { text } = await chat(request, false, signal);
        try {
          return JSON.parse(text);
        } catch (cause) {
          throw new AppError("MODEL_FAILED", `${chatModel} did not answer in the form it was asked for.`, {
            cause,
          });
        }
      }),

    pull: (model, { signal } = {}) =>
      explainingAll(model, signal, pull(connection, model, timeouts.firstToken, signal)),

    prepare: (model, { file, signal } = {}) =>
      explainingAll(model, signal, prepareModel(connection, model, timeouts, { file, signal })),

    async holdsBoth() {
      try {
        return await memory.holds(visionModel, await embedder.carrierOf(embedModel, timeouts.probe));
      } catch {
        return null;
      }
    },

    close: () => connection.close(),
  };
}
