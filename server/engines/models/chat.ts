import type { ChatRequest } from "ollama";
import { cardOf, requireAbility } from "./card.ts";
import type { OllamaConnection, Timeouts } from "./connection.ts";
import type { Memory } from "./memory.ts";

/** All requests use the same context length, because another length would load the model again. */
export const contextLength = { num_ctx: 4096 };

/** A model's answer in a chat. */
export interface ChatAnswer {
  text: string;
  /** The answer reached its longest. */
  cut: boolean;
  /** The server broke the answer off because one token came again and again. */
  looped: boolean;
}

export type ChatCall = (request: ChatRequest, sees: boolean, signal?: AbortSignal) => Promise<ChatAnswer>;

/** Ollama ends a stream without a last line when one token comes 30 times in a row. */
const repeatsOfLoop = 25;

/**
 * Talks to models that have the needed abilities. It waits for tokens and for loading, but not for a server
 * that hangs.
 */
export function createChat(connection: OllamaConnection, memory: Memory, timeouts: Timeouts): ChatCall {
  return async (request, sees, signal) => {
    const { model } = request;
    const card = await cardOf(connection, model, timeouts.answer, signal);
    requireAbility(card, model, sees);
    // Thinking would use up the tokens, and a model that cannot think may refuse the option.
    const think = card.capabilities.has("thinking") ? false : undefined;
    const patience = {
      first: timeouts.firstToken,
      next: timeouts.nextToken,
      excuse: () => memory.isLoading(model),
    };
    return connection.exchange(
      patience,
      async ({ ollama, heard }) => {
        const answer: ChatAnswer = { text: "", cut: false, looped: false };
        let last = "";
        let repeats = 0;
        try {
          for await (const part of await ollama.chat({ ...request, think, stream: true })) {
            heard();
            const token = part.message.content;
            repeats = token.trim() === last ? repeats + 1 : 0;
            last = token.trim();
            answer.text += token;
            answer.cut = part.done_reason === "length";
          }
        } catch (error) {
          if (!(isUnfinished(error) && repeats >= repeatsOfLoop)) throw error;
          answer.looped = true;
        }
        memory.used(model);
        return answer;
      },
      signal,
    );
  };
}

/** The npm client throws a plain Error when a stream ends without a line that says `done`. */
const isUnfinished = (error: unknown) =>
  error instanceof Error && error.message.startsWith("Did not receive done");
