import type { ServerResponse } from "node:http";
import type { Eyes } from "./ollama-eyes.ts";
import type { FaultKind } from "./ollama-faults.ts";
import type { Installed, Version } from "./ollama-models.ts";
import type { Runner } from "./ollama-runner.ts";

/**
 * An HTTP error of Ollama. A `bare` error comes from the runner during a streamed request: it has no charset, and up to
 * version 0.9 it was a line of the stream.
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

/** The parts of a request's body that the endpoints read. */
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
  /** The npm client names the model so when it pulls or deletes one. */
  name?: string;
  files?: Record<string, string>;
}

export interface Exchange {
  body: Body;
  model: Installed;
  response: ServerResponse;
  /** Aborted when the client closes the connection. */
  gone: AbortSignal;
  fault: FaultKind | null;
}

export interface Server {
  version: Version;
  eyes: Eyes;
  runner: Runner;
  /** From 0 to 1, see `embedText`. */
  spoil: number;
  /** Makes the answer to a chat without a picture: an object if the request gave a format. It may be waited for. */
  reply?: (
    messages: Omit<Message, "images">[],
    format: unknown,
  ) => string | object | Promise<string | object>;
}

export function sendJson(response: ServerResponse, body: object, status = 200, bare = false): void {
  response.writeHead(status, {
    "Content-Type": bare ? "application/json" : "application/json; charset=utf-8",
  });
  response.end(JSON.stringify(body));
}
