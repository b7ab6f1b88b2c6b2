import type { ChatRequest } from "ollama";
import { cardOf, requireAbility } from "./card.ts";
import type { OllamaConnection, Timeouts } from "./connection.ts";
import type { Memory } from "./memory.ts";

/** The same for every request: another context length would load the model again. */
export const contextLength = { num_ctx: 4096 };

/** What a model says; `cut`: it reached its longest. */
export type ChatCall = (
  request: ChatRequest,
  sees: boolean,
  signal?: AbortSignal,
) => Promise<{ text: string; cut: boolean }>;

/** Talks to models that can do what is asked of them, and waits for tokens and loads, not for what hangs. */
export function createChat(connection: OllamaConnection, memory: Memory, timeouts: Timeouts): ChatCall {
  return async (request, sees, signal) => {
    const { model } = request;
    const card = await cardOf(connection, model, timeouts.answer, signal);
    requireAbility(card, model, sees);
    // Thought would use up the tokens; a model that knows no thinking may refuse the word.
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
