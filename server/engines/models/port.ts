/** Why a model cannot be used now, and the one thing to do about it; both are shown to people. */
export type NotReady = "off" | "not-running" | "not-pulled" | "no-embeddings" | "no-vision" | "failing";

export type Readiness =
  | { ready: true; model: string }
  | { ready: false; model: string; reason: NotReady; detail: string };

export interface ModelsStatus {
  address: string;
  /** Of the server that answered the last probe. */
  version: string | null;
  describe: Readiness;
  embed: Readiness;
  converse: Readiness;
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
   * One L2-normalised vector a text, in order. BAD_REQUEST for no texts, or an empty one. `model`: that of a space which
   * still serves, where the setting names another by now.
   */
  embed(
    texts: string[],
    role: "query" | "document",
    call?: ModelCall & { model?: string },
  ): Promise<{ space: Space; vectors: Float32Array[] }>;
  /** Answers with JSON that fits `schema` (a JSON schema). */
  converse(messages: ChatMessage[], schema: object, call?: ModelCall): Promise<unknown>;
  close(): Promise<void>;
}
