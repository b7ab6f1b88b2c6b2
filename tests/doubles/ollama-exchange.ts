import type { ServerResponse } from "node:http";
import type { Eyes } from "./ollama-eyes.ts";
import type { FaultKind } from "./ollama-faults.ts";
import type { Installed, Version } from "./ollama-models.ts";
import type { Runner } from "./ollama-runner.ts";

/**
 * An HTTP error as Ollama gives it. `bare`: one of the runner's in a streamed request, which has no charset, and was a
 * line of the stream up to 0.9.
 */
export class Failure extends Error {
  readonly status: number;
  readonly bare: boolean;

  constructor(status: number, words: string, bare = false) {
    super(words);
    this.status = status;
    this.bare = bare;
  }
}

interface Message {
  role: string;
  content: string;
  images?: string[];
}

/** What the endpoints read of a request's body. */
export interface Body {
  model?: string;
  stream?: boolean;
  prompt?: string;
  images?: string[];
  messages?: Message[];
  format?: unknown;
  input?: unknown;
  truncate?: boolean;
  options?: Record<string, unknown>;
  /** What the npm client calls the model of a pull. */
  name?: string;
  files?: Record<string, string>;
}

export interface Exchange {
  body: Body;
  model: Installed;
  response: ServerResponse;
  /** Aborted when the client has left. */
  gone: AbortSignal;
  fault: FaultKind | null;
}

export interface Server {
  version: Version;
  eyes: Eyes;
  runner: Runner;
  /** 0 to 1, see `embedText`. */
  spoil: number;
  /** What a chat without a picture answers: an object where a format was asked for. */
  reply?: (messages: Omit<Message, "images">[], format: unknown) => string | object;
}

export function sendJson(response: ServerResponse, body: object, status = 200, bare = false): void {
  response.writeHead(status, {
    "Content-Type": bare ? "application/json" : "application/json; charset=utf-8",
  });
  response.end(JSON.stringify(body));
}
