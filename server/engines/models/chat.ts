import type { ChatRequest } from "ollama";
import { cardOf, requireAbility } from "./card.ts";
import type { OllamaConnection, Timeouts } from "./connection.ts";
import type { Memory } from "./memory.ts";

/** All requests use the same context length, because another length would load the model again. */
export const contextLength = { num_ctx: 4096 };

/** Sends a chat and returns the answer; `cut` is true if the answer reached its longest. */
export type ChatCall = (
  request: ChatRequest,
  sees: boolean,
  signal?: AbortSignal,
) => Promise<{ text: string; cut: boolean }>;

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
        let text = "";
        let cut = false;
        for await (const part of await ollama.chat({ ...request, think, stream: true })) {
          heard();
          text += part.message.content;
          cut = part.done_reason === "length";
        }
        memory.used(model);
        return { text, cut };
      },
      signal,
    );
  };
}
