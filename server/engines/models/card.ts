import type { OllamaConnection } from "./connection.ts";
import { noVision, noWords, tooOld } from "./refusal.ts";

export interface ModelCard {
  capabilities: ReadonlySet<string>;
  /** Changes when the model of this name is pulled or made again. */
  modifiedAt: string;
  /** The path of the model's file on the server. */
  file: string | null;
}

/**
 * Asks the server about a model; `explain` understands the errors. Never leave this out before sending a
 * picture: up to Ollama 0.24 a model without vision ignores the picture and invents a caption.
 */
export async function cardOf(
  connection: OllamaConnection,
  model: string,
  silence: number,
  signal?: AbortSignal,
): Promise<ModelCard> {
  const patience = { first: silence, next: silence };
  const shown = await connection.exchange(patience, ({ ollama }) => ollama.show({ model }), signal);
  if (!Array.isArray(shown.capabilities)) throw tooOld(connection.version);
  const [, file] = /^FROM +"?(.+?)"?\s*$/m.exec(String(shown.modelfile)) ?? [];
  return {
    capabilities: new Set(shown.capabilities),
    modifiedAt: String(shown.modified_at),
    file: file ?? null,
  };
}

/** Throws MODEL_AWAY, with advice, when the model cannot write or, if `sees` is true, cannot see. */
export function requireAbility(card: ModelCard, model: string, sees: boolean): void {
  if (!card.capabilities.has("completion")) throw noWords(model);
  if (sees && !card.capabilities.has("vision")) throw noVision(model);
}
