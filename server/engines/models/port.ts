/** Why a model cannot be used now, and the one thing to do about it; both are shown to people. */
export type NotReady =
  | "off"
  | "not-running"
  | "too-old"
  | "not-pulled"
  | "no-embeddings"
  | "no-vision"
  | "out-of-memory"
  | "failing";

/** A call of this port that mends it. */
export interface Remedy {
  action: "pull" | "prepare";
  model: string;
  /** Whether that call does it from here; else a person types `command` where the model's file can be read. */
  here: boolean;
  command: string;
}

export type Readiness =
  | { ready: true; model: string }
  | { ready: false; model: string; reason: NotReady; detail: string; remedy: Remedy | null };

export interface ModelsStatus {
  address: string;
  /** Of the server that answered the last probe. */
  version: string | null;
  describe: Readiness;
  /** `model`: as spaces name it. `advice`: a sentence for who has chosen a model that finds little; else null. */
  embed: Readiness & { advice: string | null };
  converse: Readiness;
}

/** A step of getting a model; `completed` of `total` bytes, where they are known. */
export interface Progress {
  step: "pull" | "look" | "hash" | "upload" | "create" | "try" | "ready";
  /** What is going on, for a person. */
  status: string;
  completed: number | null;
  total: number | null;
}

/** One model's way of embedding; vectors of two spaces are never compared. */
export interface Space {
  /** `model@templateVersion:dimension` */
  id: string;
  model: string;
  template: number;
  dimension: number;
  /** Whether the model was trained for retrieval; of a plain language model the vectors are centred before they compare. */
  trained: boolean;
}

export interface Caption {
  text: string;
  model: string;
}

export interface ModelCall {
  signal?: AbortSignal;
}

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/**
 * What models do for us. Errors: AppError MODEL_AWAY when the server or the model is not there (the caller waits and
 * burns no attempt), MODEL_FAILED with a reason for a person when it answered badly, too late, or not usably. A call
 * whose `signal` is aborted rejects with the signal's reason, and the server stops working on it.
 */
export interface Models {
  /** Asks the server again, unless an answer is younger than `maxAge` milliseconds (default 5,000). */
  status(maxAge?: number): Promise<ModelsStatus>;
  /** `jpeg`: baseline JPEG, upright, long side about 1024. The caption is checked: never empty, a refusal or a loop. */
  describe(jpeg: Uint8Array, call?: ModelCall): Promise<Caption>;
  /**
   * One L2-normalised vector a text, in order. BAD_REQUEST for no texts, or an empty one. `model`, `template`: those of
   * a space which still serves, where the setting or the program would make another by now.
   */
  embed(
    texts: string[],
    role: "query" | "document",
    call?: ModelCall & { model?: string; template?: number },
  ): Promise<{ space: Space; vectors: Float32Array[] }>;
  /** Answers with JSON that fits `schema` (a JSON schema). */
  converse(messages: ChatMessage[], schema: object, call?: ModelCall): Promise<unknown>;
  /**
   * Has the server fetch a model; goes on where a pull before stopped. To stop it, abort `signal` or leave the loop.
   * Errors: BAD_REQUEST for no name of a model, NOT_FOUND where there is no such model; MODEL_FAILED with what to do.
   */
  pull(model: string, call?: ModelCall): AsyncIterable<Progress>;
  /**
   * Makes the copy of a plain language model that embeds on servers which refuse the model itself; from then on `embed`
   * uses it under the model's own name. What is done already is not done again. `file`: the model's GGUF file, where it
   * is not where the server says. Errors: as of `pull`; BAD_REQUEST where the file cannot be read or copied.
   */
  prepare(model: string, call?: ModelCall & { file?: string }): AsyncIterable<Progress>;
  /**
   * Whether the models that describe and embed were both in memory after they were used; false where each change from
   * one to the other loads a model again. null: not seen yet.
   */
  holdsBoth(): Promise<boolean | null>;
  close(): Promise<void>;
}
