import { AppError } from "#server/errors.ts";
import type { OllamaConnection } from "./connection.ts";
import type { Progress } from "./port.ts";
import { ModelAway, OllamaRefusal, tooOld } from "./refusal.ts";

const name =
  /^(?:[a-z0-9_][\w.-]*(?::\d+)?\/)?(?:[a-z0-9_][\w.-]*\/)*[a-z0-9_][\w.-]*(?::[a-z0-9_][\w.-]*)?$/i;

/** Throws BAD_REQUEST for an invalid name. A name may have a host, folders and a tag, but never `..` as a folder. */
export function checkName(model: string): void {
  if (model.length > 200 || !name.test(model)) {
    throw new AppError(
      "BAD_REQUEST",
      `${JSON.stringify(model.slice(0, 80))} is not a valid name of a model.`,
    );
  }
}

/**
 * Pulls as `pull` of the port does. `silence` is in milliseconds and long, because checking 4 GB on a slow
 * disk takes minutes without a word.
 */
export async function* pull(
  connection: OllamaConnection,
  model: string,
  silence: number,
  signal?: AbortSignal,
): AsyncGenerator<Progress, void, undefined> {
  checkName(model);
  /** The progress of each layer. By far the largest layer comes first. */
  const layers = new Map<string, { completed: number; total: number }>();
  const patience = { first: silence, next: silence };
  const lines = connection.follow(patience, ({ ollama }) => ollama.pull({ model, stream: true }), signal);
  try {
    for await (const { status, digest, total, completed } of lines) {
      if (digest && total) layers.set(digest, { completed: completed ?? 0, total });
      const all = [...layers.values()];
      yield {
        step: status === "success" ? "ready" : "pull",
        status,
        completed: all.length > 0 ? all.reduce((sum, layer) => sum + layer.completed, 0) : null,
        total: all.length > 0 ? all.reduce((sum, layer) => sum + layer.total, 0) : null,
      };
    }
  } catch (error) {
    throw error instanceof OllamaRefusal ? explainPull(error, model, connection) : error;
  }
}

/** Explains why a model cannot be fetched, from the wordings of Ollama 0.9 to 0.32. */
function explainPull(refusal: OllamaRefusal, model: string, { host, version }: OllamaConnection): AppError {
  const { message: words } = refusal;
  const cause = { cause: refusal };
  if (/file does not exist|invalid model name/i.test(words)) {
    return new AppError("NOT_FOUND", `ollama.com has no model ${model}.`, cause);
  }
  if (/newer version of Ollama/i.test(words)) return tooOld(version, refusal);
  if (/no space left/i.test(words)) {
    return new AppError("MODEL_FAILED", `The disk of Ollama is full: make room there for ${model}.`, cause);
  }
  if (/no such host|dial tcp|connection refused|network is unreachable|TLS handshake/i.test(words)) {
    const [, registry = "ollama.com"] = /"https?:\/\/([^/"]+)/.exec(words) ?? [];
    return new AppError(
      "MODEL_FAILED",
      `Ollama at ${host} cannot reach ${registry}. Give its machine a way to the internet.`,
      cause,
    );
  }
  if (refusal.status === 404) return new ModelAway("not-running", `${host} cannot pull models.`, cause);
  const again = "Start again: what has been fetched is kept.";
  return new AppError("MODEL_FAILED", `Fetching ${model} stopped: ${words}. ${again}`, cause);
}
