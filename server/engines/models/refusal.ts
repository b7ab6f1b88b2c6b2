import { AppError, systemCode } from "#server/errors.ts";
import type { NotReady, Readiness } from "./port.ts";
import { copyName, recommendedEmbedder } from "./templates.ts";

/**
 * A refusal in Ollama's own words. `status` is null if it came as a line of an answer that had begun already.
 */
export class OllamaRefusal extends Error {
  readonly status: number | null;

  constructor(status: number | null, words: string) {
    super(words);
    this.name = "Refusal";
    this.status = status;
  }

  get isTooLong(): boolean {
    return /input length exceeds|too large to process/i.test(this.message);
  }

  get isNoMemory(): boolean {
    return /requires more system memory|out of memory|failed to allocate|unable to allocate/i.test(
      this.message,
    );
  }

  get isNoEmbeddings(): boolean {
    return this.status === 501 || /not support embeddings/i.test(this.message);
  }

  /** True if one input of a batch may have caused it. */
  get blamesInput(): boolean {
    return (this.status === 400 || this.status === 500) && !this.isNoMemory && !this.isNoEmbeddings;
  }

  /** A 404 without the word "model" is about the path. */
  get isNoModel(): boolean {
    return this.status === 404 && /model/i.test(this.message);
  }
}

/**
 * MODEL_AWAY with the reason that `status` shows for it. Only "busy" is not shown, because it passes by
 * itself.
 */
export class ModelAway extends AppError {
  readonly reason: NotReady | "busy";

  constructor(reason: NotReady | "busy", detail: string, options?: { cause?: unknown }) {
    super("MODEL_AWAY", detail, options);
    this.reason = reason;
  }
}

/**
 * The subject of an error: the host as people write it, the model, and the server's version if it is known.
 */
export interface About {
  host: string;
  model: string;
  version?: string | null;
}

export function notRunning(host: string, cause: unknown): ModelAway {
  return new ModelAway(
    "not-running",
    `Ollama does not answer at ${host}. Install it from ollama.com, or start it.`,
    { cause },
  );
}

export function notOllama(host: string, cause?: unknown): ModelAway {
  const detail = `What answers at ${host} is not Ollama. Set OLLAMA_HOST to its address.`;
  return new ModelAway("not-running", detail, { cause });
}

/** It lacks something that 0.9.6 and later have: /api/embed, or capabilities in /api/show. */
export function tooOld(version: string | null | undefined, cause?: unknown): ModelAway {
  const detail = `${named(version)} is too old for Glimpse. Update it from ollama.com.`;
  return new ModelAway("too-old", detail, { cause });
}

export function noVision(model: string, cause?: unknown): ModelAway {
  return new ModelAway(
    "no-vision",
    `${model} cannot see pictures. Set GLIMPSE_VISION_MODEL to a model that can, such as llava.`,
    { cause },
  );
}

export function noWords(model: string, cause?: unknown): ModelAway {
  return new ModelAway(
    "failing",
    `${model} writes no text. Set GLIMPSE_VISION_MODEL and GLIMPSE_CHAT_MODEL to models that do, such as llava and mistral.`,
    { cause },
  );
}

/** Returns the command that makes the copy of a plain model by hand. */
export function commandToPrepare(model: string, file?: string): string {
  return `npm run glimpse -- models prepare ${model}${file ? ` --file ${quoted(file)}` : ""}`;
}

/** Quotes a path for a shell, because the path comes from the server and people copy the command. */
const quoted = (path: string) => (/^[\w./:@%+=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/**
 * Returns true if a server may embed with a prepared copy of a model that it refuses. Before 0.30 servers embed
 * with each model that they can, and a copy of another one crashes them. An unknown version counts as new.
 */
export function helpsToCopy(model: string, version?: string | null): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? "") ?? [];
  const isOld = major === "0" && Number(minor) > 0 && Number(minor) < 30;
  return copyName(model) !== null && !isOld;
}

export function noEmbeddings({ model, version }: Omit<About, "host">, cause?: unknown): ModelAway {
  const detail = helpsToCopy(model, version)
    ? `${named(version)} embeds with ${model} only through a copy of it. Make that copy: ${commandToPrepare(model)}`
    : `${named(version)} gives no embeddings for ${model}. Set GLIMPSE_EMBED_MODEL to a model made for it, such as ${recommendedEmbedder}.`;
  return new ModelAway("no-embeddings", detail, { cause });
}

/**
 * Explains that a server has another model of the same name than the one that `counts`; that is null while the
 * server is away that may have the right one.
 */
export function otherDigest(
  address: string,
  model: string,
  digest: string,
  counts: string | null,
): Readiness & { ready: false } {
  const { host } = new URL(address);
  const short = (full: string) => full.replace(/^sha256:/, "").slice(0, 12);
  const why = `${model} at ${host} (${short(digest)}) is not the one that made the vectors of this library`;
  const detail =
    counts === null
      ? `${why}. A server is away that may have the right one.`
      : `${why} (${short(counts)}). Fetch it again there; until then other servers embed.`;
  const command = `OLLAMA_HOST=${host} ollama pull ${model}`;
  const remedy = counts === null ? null : ({ action: "pull", model, here: true, command } as const);
  return { ready: false, model, reason: "other-digest", detail, remedy };
}

function noMemory(model: string, refusal: OllamaRefusal): ModelAway {
  const [figures] = /requires more .+ than is available(?: \([^)]*\))?/i.exec(refusal.message) ?? [];
  const detail = `There is not enough memory for ${model}${figures ? `: it ${figures}` : ""}. Free some where Ollama runs, or set a smaller model.`;
  return new ModelAway("out-of-memory", detail, { cause: refusal });
}

const named = (version?: string | null) => (version ? `Ollama ${version}` : "This Ollama");

/**
 * Explains a refusal from its status and the wordings of Ollama 0.9 to 0.32. Any other refusal becomes
 * MODEL_FAILED in the server's own words.
 */
function explainRefusal(refusal: OllamaRefusal, about: About): AppError {
  const { host, model, version } = about;
  const { status, message: words } = refusal;
  const cause = { cause: refusal };
  if (refusal.isNoModel) {
    return new ModelAway("not-pulled", `Ollama has no model ${model} yet. Run: ollama pull ${model}`, cause);
  }
  if (status === 404) {
    // These are Gin's own words for an unknown path. If the server has told a version, it is Ollama.
    const isOld = version && words.startsWith("404 page not found");
    return isOld ? tooOld(version, refusal) : notOllama(host, refusal);
  }
  if (refusal.isNoEmbeddings) return noEmbeddings(about, refusal);
  if (refusal.isNoMemory) return noMemory(model, refusal);
  if (/not support multimodal/i.test(words)) return noVision(model, refusal);
  if (/does not support (generate|chat)/i.test(words)) return noWords(model, refusal);
  if (status === 503 || /server busy/i.test(words)) {
    return new ModelAway("busy", "Ollama is busy with other requests.", cause);
  }
  if (status === 401 || status === 403) {
    return new ModelAway("failing", `${host} asks for a key, and Glimpse has none (${status}).`, cause);
  }
  if (status === 502) {
    return new ModelAway("not-running", `The proxy at ${host} cannot reach Ollama (502).`, cause);
  }
  return new AppError("MODEL_FAILED", `${model}: ${plain(words)}`, cause);
}

/** Takes llama-server's message out of the JSON that Ollama's error quotes. */
function plain(words: string): string {
  try {
    const inner: unknown = JSON.parse(words)?.error?.message;
    return typeof inner === "string" ? inner : words;
  } catch {
    return words;
  }
}

/**
 * Turns any error of an exchange with Ollama into MODEL_AWAY or MODEL_FAILED, with the original as its cause.
 */
export function asAppError(error: unknown, about: About): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof OllamaRefusal) return explainRefusal(error, about);
  const broken = systemCode(error)
    ? "The connection to Ollama broke off."
    : "Ollama's answer cannot be read.";
  return new AppError("MODEL_FAILED", broken, { cause: error });
}
