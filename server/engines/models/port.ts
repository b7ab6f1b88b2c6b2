/** The reason why a model cannot be used now. */
export type NotReady =
  | "off"
  | "not-running"
  | "too-old"
  | "not-pulled"
  | "no-embeddings"
  | "no-vision"
  | "other-digest"
  | "out-of-memory"
  | "failing";

/** A call of this port that solves the problem. */
export interface Remedy {
  action: "pull" | "prepare";
  model: string;
  /**
   * True if that call works from here. Otherwise a person types `command` on a machine that can read the
   * model's file.
   */
  here: boolean;
  command: string;
}

export type Readiness =
  | { ready: true; model: string }
  | { ready: false; model: string; reason: NotReady; detail: string; remedy: Remedy | null };

/** The abilities of one server now. */
export interface ModelServerStatus {
  address: string;
  /** The version of the server that answered the last probe. */
  version: string | null;
  describe: Readiness;
  /**
   * The `model` is named as in spaces. `advice` is a sentence for people who chose a model that finds little,
   * or else null.
   */
  embed: Readiness & { advice: string | null };
  converse: Readiness;
}

/** The abilities of the servers together; address and version are those of the first one that answers. */
export interface ModelsStatus extends ModelServerStatus {
  /** In the order of the setting. */
  servers: ModelServerStatus[];
}

/** A step of getting a model: `completed` of `total` bytes, where they are known. */
export interface Progress {
  step: "pull" | "look" | "hash" | "upload" | "create" | "try" | "ready";
  /** Says for a person what is going on. */
  status: string;
  completed: number | null;
  total: number | null;
}

/** One model's way of embedding. Vectors of two spaces are never compared. */
export interface Space {
  /** `model@templateVersion:dimension` */
  id: string;
  model: string;
  template: number;
  dimension: number;
  /**
   * True if the model was trained for retrieval. Vectors of a plain language model are centred before they
   * are compared.
   */
  trained: boolean;
}

export interface Caption {
  text: string;
  model: string;
  /** All that the model answered; null if the caption is the whole answer. */
  raw: string | null;
}

export interface ModelCall {
  signal?: AbortSignal;
}

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/**
 * Gives access to the models of one server. Throws AppError MODEL_AWAY when the server or the model is missing
 * (the caller waits and uses up no attempt), and MODEL_FAILED, with a reason for a person, when the answer was
 * bad, too late or unusable. A call whose `signal` is aborted rejects with the signal's reason, and the server
 * stops working on it.
 */
export interface ModelServer {
  readonly address: string;
  /**
   * Asks the server again, unless the last answer is younger than `maxAge` milliseconds (by default 5,000).
   * `patience` is how many milliseconds we wait for the trial of a model, which may have to be loaded first.
   * By default it is short, and the model counts as ready until the trial has ended.
   */
  status(maxAge?: number, patience?: number): Promise<ModelServerStatus>;
  /**
   * Describes a picture: a baseline JPEG, upright, long side about 1024. The caption has plain sentences
   * about the picture; of a sheet with frames of a video, about the video. Throws `NoCaption`, which has the answers, if the model gives none in two tries.
   */
  describe(jpeg: Uint8Array, call?: ModelCall & { isSheet?: boolean }): Promise<Caption>;
  /**
   * Returns one L2-normalised vector for each text, in order. Throws BAD_REQUEST if there are no texts or one
   * is empty. `model` and `template` name a space that still serves, although the setting or the program
   * would make another by now.
   */
  embed(
    texts: string[],
    role: "query" | "document",
    call?: ModelCall & { model?: string; template?: number },
  ): Promise<{ space: Space; vectors: Float32Array[] }>;
  /** Returns JSON that fits `schema` (a JSON schema). `longest` limits the answer, in tokens. */
  converse(
    messages: ChatMessage[],
    schema: object,
    call?: ModelCall & { longest?: number },
  ): Promise<unknown>;
  /**
   * Makes the server fetch a model, and continues an earlier pull that stopped. To stop it, abort `signal` or
   * leave the loop. Throws BAD_REQUEST if this cannot be a model's name, NOT_FOUND if there is no such model,
   * and MODEL_FAILED with advice.
   */
  pull(model: string, call?: ModelCall): AsyncIterable<Progress>;
  /**
   * Makes a copy of a plain language model that embeds even on servers that refuse the model itself; from
   * then on `embed` uses the copy under the model's own name. Steps that are done already are skipped. `file`
   * is the model's GGUF file, in case it is not where the server says. Throws as `pull` does, and BAD_REQUEST
   * if the file cannot be read or copied.
   */
  prepare(model: string, call?: ModelCall & { file?: string }): AsyncIterable<Progress>;
  /**
   * Returns true if the models that describe and embed stay in memory together, false if each change from one
   * to the other loads a model again, and null while that is not known.
   */
  holdsBoth(): Promise<boolean | null>;
  /** Returns the digest of an embedding model, or of its prepared copy; null if the server has neither. */
  digestOf(model: string): Promise<string | null>;
  close(): Promise<void>;
}

/**
 * Gives access to the models of all servers, which serve as one: a call goes to the first server that can take
 * it, and to the next one if that is away. Vectors of one space come only from servers whose model has the same
 * digest. `pull` and `prepare` get a model on each server that answers.
 */
export interface Models extends Omit<ModelServer, "address" | "status" | "digestOf"> {
  /** In the order of the setting. */
  readonly servers: readonly ModelServer[];
  /** Asks as `status` of each server does. */
  status(maxAge?: number, patience?: number): Promise<ModelsStatus>;
  /** Returns the server that embeds now, by preference one that holds both models; null if none can. */
  embedder(): Promise<ModelServer | null>;
}
