import { AppError, systemCode } from "#server/errors.ts";
import type { NotReady } from "./port.ts";
import { copyName, recommendedEmbedder } from "./templates.ts";

/** Ollama's own words against a request. `status` is null where they came as a line of an answer that had begun. */
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

  /** Whether one input of a batch may have caused it. */
  get blamesInput(): boolean {
    return (this.status === 400 || this.status === 500) && !this.isNoMemory && !this.isNoEmbeddings;
  }

  /** Another 404 is that of a path. */
  get isNoModel(): boolean {
    return this.status === 404 && /model/i.test(this.message);
  }
}

/** MODEL_AWAY with the reason that `status` shows for it; busy is the one that passes by itself. */
export class ModelAway extends AppError {
  readonly reason: NotReady | "busy";

  constructor(reason: NotReady | "busy", detail: string, options?: { cause?: unknown }) {
    super("MODEL_AWAY", detail, options);
    this.reason = reason;
  }
}

/** Whom an error is about: the host as people write it, the model asked, the server's version where it is known. */
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

/** What it lacks is what 0.9.6 and later have: /api/embed, and capabilities in /api/show. */
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

/** Of a plain model's embeddings, refused: how its copy is made by hand. */
export function commandToPrepare(model: string, file?: string): string {
  return `npm run glimpse -- models prepare ${model}${file ? ` --file ${quoted(file)}` : ""}`;
}

/** For a shell: the path is the server's word, and people copy the command. */
const quoted = (path: string) => (/^[\w./:@%+=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

function noEmbeddings({ model, version }: About, cause: unknown): ModelAway {
  const detail = copyName(model)
    ? `${named(version)} embeds with ${model} only through a copy of it. Make that copy: ${commandToPrepare(model)}`
    : `${named(version)} gives no embeddings for ${model}. Set GLIMPSE_EMBED_MODEL to a model made for it, such as ${recommendedEmbedder}.`;
  return new ModelAway("no-embeddings", detail, { cause });
}

function noMemory(model: string, refusal: OllamaRefusal): ModelAway {
  const [figures] = /requires more .+ than is available(?: \([^)]*\))?/i.exec(refusal.message) ?? [];
  const detail = `Memory does not hold ${model}${figures ? `: it ${figures}` : ""}. Free some where Ollama runs, or set a smaller model.`;
  return new ModelAway("out-of-memory", detail, { cause: refusal });
}

const named = (version?: string | null) => (version ? `Ollama ${version}` : "This Ollama");

/** What a refusal means: wordings of 0.9 to 0.32, statuses of all; the rest is a failure in the server's own words. */
function explainRefusal(refusal: OllamaRefusal, about: About): AppError {
  const { host, model, version } = about;
  const { status, message: words } = refusal;
  const cause = { cause: refusal };
  if (refusal.isNoModel) {
    return new ModelAway("not-pulled", `Ollama has no model ${model} yet. Run: ollama pull ${model}`, cause);
  }
  if (status === 404) {
    // Gin's own words for a path that it has not; whoever has told a version is Ollama.
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
    return new ModelAway("failing", `${host} lets nobody in without a key (${status}).`, cause);
  }
  if (status === 502) {
    return new ModelAway("not-running", `The proxy at ${host} cannot reach Ollama (502).`, cause);
  }
  return new AppError("MODEL_FAILED", `${model}: ${plain(words)}`, cause);
}

/** llama-server's errors come as JSON within Ollama's. */
function plain(words: string): string {
  try {
    const inner: unknown = JSON.parse(words)?.error?.message;
    return typeof inner === "string" ? inner : words;
  } catch {
    return words;
  }
}

/** Any error of an exchange with Ollama as one of ours: MODEL_AWAY or MODEL_FAILED, the original kept as the cause. */
export function asAppError(error: unknown, about: About): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof OllamaRefusal) return explainRefusal(error, about);
  const broken = systemCode(error)
    ? "The connection to Ollama broke off."
    : "Ollama's answer cannot be read.";
  return new AppError("MODEL_FAILED", broken, { cause: error });
}
